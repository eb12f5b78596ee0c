"""A review in a notebook: its questions as tables, its people and agencies as a network, its pictures on show."""

from scrgraph.notebook.errors import CannotTell as CannotTell
from scrgraph.notebook.errors import PandasMissing as PandasMissing
from scrgraph.notebook.opened import OpenReview as OpenReview
from scrgraph.notebook.opened import open_review as open_review
from scrgraph.notebook.shown_picture import ShownPicture as ShownPicture
