"""Forms in a medium: plotly charts, deck.gl maps, drawn pictures, pieces of a page. Values in, values out."""
