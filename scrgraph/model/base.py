"""The settings every model shares: unknown fields are refused and values do not change once made."""

from pydantic import BaseModel, ConfigDict


class Thing(BaseModel):
    """A frozen record of the domain; a field nobody declared is an error, not a surprise later."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
