// The address of the page as the browser shows it, how the map is looked at included, and a button that copies it.

export function enliven(part) {
  const [address, button, status] = part.children;
  address.textContent = location.href;
  button.hidden = !navigator.clipboard;
  button.onclick = async () => {
    await navigator.clipboard.writeText(location.href);
    status.textContent = status.dataset.said;
  };
}
