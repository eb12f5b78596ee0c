"""The closed lists of words that the model, the files and the Cypher share (DOMAIN sections 3 to 6)."""

from enum import StrEnum


class Topic(StrEnum):
    """The topics questions are filed under."""

    BATONS = "batons"
    SILOS = "silos"
    ADULTS = "adults"
    CHILD = "child"
    UNBORN = "unborn"
    ENGAGEMENT = "engagement"
    CHALLENGE = "challenge"
    SOURCES = "sources"


class Strength(StrEnum):
    """How a finding is known (DOMAIN section 5)."""

    RECORDED = "recorded"
    NO_RECORD_FOUND = "no record found"
    CANNOT_TELL = "cannot tell"


class Certainty(StrEnum):
    """Whether an order of events holds for every possible date or only for some."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Verdict(StrEnum):
    """What the records in hand say of one stage of a baton.

    ``recorded``: a source says it happened; ``matched``: another agency's entry was paired with it;
    ``recorded not``: a source says it did not happen; ``no record found``: the agency that should hold the record
    has its chronology in hand for the days that matter, and nothing fits; ``cannot tell``: it has not;
    ``not due``: the stage was not yet to be expected, or is not expected of this kind of baton.
    """

    RECORDED = "recorded"
    MATCHED = "matched"
    RECORDED_NOT = "recorded not"
    NO_RECORD_FOUND = "no record found"
    CANNOT_TELL = "cannot tell"
    NOT_DUE = "not due"


class Reader(StrEnum):
    """What reads rows that no column codes: the weights of their words, or these and the encoder together."""

    WORDS = "words"
    ENCODER = "encoder"


class Tri(StrEnum):
    """What a source says of a yes-or-no matter."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Whether an entry records something the agency passed on or something that reached it."""

    OUT = "out"
    IN = "in"


class StageName(StrEnum):
    """The stages of a baton, in order; ``declined`` stands beside ``accepted``."""

    PASSED = "passed"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ACTED_ON = "acted on"
    FED_BACK = "fed back"


class EventKind(StrEnum):
    """What an entry is about. The words people write for each are data in ``coding/event_kinds.toml``."""

    CONTACT = "contact"
    VISIT = "visit"
    MEDICAL = "medical"
    INCIDENT = "incident"
    MISSED_ATTENDANCE = "missed_attendance"
    NO_ACCESS = "no_access"
    CANCELLED = "cancelled"
    REFERRAL = "referral"
    NOTIFICATION = "notification"
    REQUEST = "request"
    DISCLOSURE = "disclosure"
    TRANSFER = "transfer"
    DISCHARGE = "discharge"
    WORKER_CHANGE = "worker_change"
    INVITATION = "invitation"
    AGREED_ACTION = "agreed_action"
    ESCALATION = "escalation"
    FEEDBACK = "feedback"
    ACKNOWLEDGEMENT = "acknowledgement"
    DECISION = "decision"
    SUPERVISION = "supervision"
    DISAGREEMENT = "disagreement"
    UNALLOCATED = "unallocated"
    MEETING = "meeting"
    STRATEGY_DISCUSSION = "strategy_discussion"
    CONFERENCE = "conference"
    CORE_GROUP = "core_group"
    ASSESSMENT = "assessment"
    PRE_BIRTH_ASSESSMENT = "pre_birth_assessment"
    PLAN = "plan"
    ORDER = "order"
    CASE_CLOSURE = "case_closure"
    PREGNANCY = "pregnancy"
    BIRTH = "birth"
    DEATH = "death"
    MOVE = "move"
    HOUSEHOLD_CHANGE = "household_change"
    NEW_ADULT = "new_adult_in_household"
    LEFT_HOUSEHOLD = "left_household"
    OTHER = "other"


class PersonKind(StrEnum):
    """Whether a person was a child or an adult at the time; ``unknown`` when the records do not say."""

    CHILD = "child"
    ADULT = "adult"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """Sex as recorded; never guessed from a first name."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Focus(StrEnum):
    """Whom an agency works with first."""

    CHILD = "child"
    FAMILY = "family"
    ADULT = "adult"
    UNKNOWN = "unknown"


class Detail(StrEnum):
    """How far a chronology can speak for an agency: its own account, or a few lines in a composite one."""

    OWN = "own"
    COMPOSITE = "composite"


BATON_KINDS = frozenset(
    {
        EventKind.REFERRAL,
        EventKind.NOTIFICATION,
        EventKind.REQUEST,
        EventKind.DISCLOSURE,
        EventKind.TRANSFER,
        EventKind.DISCHARGE,
        EventKind.WORKER_CHANGE,
        EventKind.INVITATION,
        EventKind.AGREED_ACTION,
        EventKind.ESCALATION,
        EventKind.FEEDBACK,
    }
)
MEETING_KINDS = frozenset(
    {EventKind.MEETING, EventKind.STRATEGY_DISCUSSION, EventKind.CONFERENCE, EventKind.CORE_GROUP}
)
ASSESSMENT_KINDS = frozenset({EventKind.ASSESSMENT, EventKind.PRE_BIRTH_ASSESSMENT})
CONTACT_KINDS = frozenset(
    {EventKind.CONTACT, EventKind.VISIT, EventKind.MEDICAL, EventKind.INCIDENT, EventKind.ASSESSMENT}
)
