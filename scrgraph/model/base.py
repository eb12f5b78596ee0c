"""What every part shares: the settings of every model, and how long work tells how far it is."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

#: Called with what is being done, how much is done and how much there is.
Progress = Callable[[str, int, int], None]


class Thing(BaseModel):
    """A frozen record of the domain; a field nobody declared is an error, not a surprise later."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
