"""What is derived from something is kept on it and dies with it: no cache of the module holds a Dataset."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Kept:
    """Answers by what was asked, each made once.

    With a `budget`, answers are weighed, and the longest unused are dropped while all together weigh more than it.
    """

    def __init__(self, budget: int | None = None, weigh: Callable[[Any], int] = lambda answer: 1) -> None:
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._budget, self._weigh, self._weight = budget, weigh, 0
        self._lock = threading.RLock()

    def once(self, asked: Hashable, make: Callable[[], T]) -> T:
        """The answer to what is asked, made now if it was not made before.

        Two threads that ask at the same time may both make it; both get the same one.
        """
        with self._lock:
            if asked in self._answers:
                self._answers.move_to_end(asked)
                found: T = self._answers[asked]
                return found
        made = make()
        with self._lock:
            kept: T = self._answers.setdefault(asked, made)
            if kept is made and self._budget is not None:
                self._weight += self._weigh(made)
                self._drop_the_longest_unused(self._budget)
            return kept

    def _drop_the_longest_unused(self, budget: int) -> None:
        while self._weight > budget and len(self._answers) > 1:
            _asked, dropped = self._answers.popitem(last=False)
            self._weight -= self._weigh(dropped)

    def __len__(self) -> int:
        return len(self._answers)


class Keeper(Protocol):
    """Anything that keeps what is derived from it: a Dataset, a View, an Exhibit."""

    @property
    def kept(self) -> Kept:
        """What was derived from it."""


K = TypeVar("K", bound=Keeper)


def derived(function: Callable[Concatenate[K, P], T]) -> Callable[Concatenate[K, P], T]:
    """Keep the function's answers on its first argument; the further ones must be hashable."""

    @wraps(function)
    def kept(keeper: K, /, *arguments: P.args, **named: P.kwargs) -> T:
        asked = (function, arguments, tuple(sorted(named.items())))
        return keeper.kept.once(asked, lambda: function(keeper, *arguments, **named))

    return kept
