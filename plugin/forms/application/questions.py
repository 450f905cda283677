"""The questions of the application, in the order of asking.

V1.25.12, WorkCreateRequest. What is not here (the shape, the street, the reference) nobody types:
see `form.Application.known`.
"""

from collections.abc import Set as AbstractSet

from ...words import tr
from ..fields import Field, Section
from . import choices, hs2
from . import shown as when
from .situation import Situation

Fields = tuple[Field[Situation], ...]


def sections() -> tuple[Section[Situation], ...]:
    """Return the sections in order, each with its questions."""
    return (
        Section(tr("Works"), _works()),
        Section(tr("Dates"), _dates()),
        Section(tr("Location"), _place()),
        Section(tr("Traffic"), _traffic()),
        Section(tr("Conditions"), _conditions()),
        Section(tr("Collaboration"), _together()),
        Section(tr("Contacts"), _contacts()),
        Section(tr("HS2"), hs2.questions()),
        Section(tr("Attachments"), _attachments()),
    )


def by_name() -> dict[str, Field[Situation]]:
    """Return all questions by the names of their fields."""
    return {field.name: field for section in sections() for field in section.fields}


def sections_with(names: AbstractSet[str]) -> tuple[Section[Situation], ...]:
    """Return the sections that ask some of these questions, each with those alone."""
    asked = (
        (section.title, tuple(field for field in section.fields if field.name in names))
        for section in sections()
    )
    return tuple(Section(title, fields) for title, fields in asked if fields)


def _works() -> Fields:
    return (
        Field(
            "promoter_swa_code",
            tr("Promoter"),
            tr("Whose works are they? The application is made in this promoter's name."),
            shown=when.several_promoters,
            options=choices.promoters,
        ),
        Field(
            "workstream_prefix",
            tr("Workstream"),
            shown=when.has_workstreams,
            options=choices.workstreams,
            must=True,
            habitual=True,
        ),
        Field(
            "work_type",
            tr("What type of works is it?"),
            tr("Immediate works are emergency or urgent works: they may start before a permit."),
            offered=choices.may_be_chosen,
        ),
        Field(
            "immediate_risk",
            tr("Is there a risk of damage to people or property?"),
            tr("Yes makes these emergency works, no makes them urgent works."),
            shown=when.immediate,
        ),
        Field("activity_type", tr("Works activity type"), offered=choices.may_be_chosen),
        Field(
            "application_type",
            tr("Application"),
            tr("Permit where the authority runs a permit scheme, otherwise notice."),
        ),
        Field("description_of_work", tr("Description of the works")),
        Field("excavation", tr("Excavation required")),
        Field(
            "is_covid_19_response",
            tr("In response to Covid-19?"),
            tr("May stay unanswered."),
        ),
        Field("additional_info", tr("Additional information")),
    )


def _dates() -> Fields:
    past = tr("Needed for immediate works and when the date is past. UK time.")
    return (
        Field("proposed_start_date", tr("Start date")),
        Field(
            "proposed_start_time",
            tr("Start time"),
            past,
            day="proposed_start_date",
        ),
        Field("proposed_end_date", tr("End date")),
        Field(
            "proposed_end_time",
            tr("End time"),
            tr("Needed when the date is past. UK time."),
            day="proposed_end_date",
        ),
        Field(
            "is_ttro_required",
            tr("Is a temporary traffic regulation order (TTRO) required?"),
            tr("With one, planned works are major works."),
            shown=when.planned,
        ),
        Field(
            "early_start_pre_approval",
            tr("Pre-approval for an early start"),
            tr("The start leaves less notice than works of this category need."),
            shown=when.early,
            must=True,
        ),
        Field("pre_approval_details", tr("Pre-approval details"), shown=when.early_agreed),
        Field("pre_approval_authoriser", tr("Pre-approval authoriser"), shown=when.early_agreed),
        Field("early_start_reason", tr("Early start reason"), shown=when.early_not_agreed),
    )


def _place() -> Fields:
    return (
        Field(
            "highway_authority_swa_code",
            tr("Highway authority"),
            tr("Several authorities take notices for this street: choose the one that assesses."),
            shown=when.several_authorities,
            options=choices.authorities,
        ),
        Field(
            "road_category",
            tr("Road category"),
            tr("The street has several reinstatement types: choose the one where you work."),
            shown=when.several_reinstatements,
            options=choices.road_categories,
            must=True,
        ),
        Field(
            "works_location_description",
            tr("Works location description"),
            tr("So that it can be found on the ground, such as “outside no. 12 to the junction”."),
        ),
        Field("location_types", tr("Location type"), offered=choices.may_be_chosen),
        Field("close_footway", tr("Will a footway be closed?")),
        Field(
            "permit_asds",
            tr("Special designations"),
            tr("Tick those that concern your works. They are sent exactly as the street has them."),
            shown=when.has_designations,
            options=choices.designations,
            taken=choices.copies,
        ),
    )


def _traffic() -> Fields:
    return (
        Field("traffic_management_type", tr("Traffic management")),
        Field("traffic_management_plan", tr("Is there a traffic management plan?")),
        Field("lane_rental_applicable", tr("Does lane rental apply?")),
        Field(
            "environmental_health_notifiable",
            tr("Environmental health notifiable?"),
            tr("For instance because of noise at night."),
        ),
    )


def _conditions() -> Fields:
    return (
        Field(
            "permit_conditions",
            tr("Permit conditions"),
            tr("Street Manager adds NCT01a or NCT01b itself; a comment on them is ignored."),
            shown=when.judged,
        ),
    )


def _together() -> Fields:
    return (
        Field("collaborative_working", tr("Collaborative working")),
        Field("collaboration_type", tr("Collaboration type"), shown=when.collaborative),
        Field("collaboration_details", tr("Collaboration details"), shown=when.collaborative),
        Field(
            "collaborative_works",
            tr("Works reference number of collaborative works"),
            shown=when.collaborative,
            one_line=True,
        ),
    )


def _contacts() -> Fields:
    user = tr("Only for organisations that share one account, to say who applied.")
    answers_for = tr("Who answers for the works on site.")
    return (
        Field("secondary_contact", tr("Secondary contact"), answers_for, habitual=True),
        Field("secondary_contact_number", tr("Secondary contact number"), habitual=True),
        Field("secondary_contact_email", tr("Secondary contact e-mail"), habitual=True),
        Field("additional_contact", tr("Additional contact"), habitual=True),
        Field("additional_contact_number", tr("Additional contact number"), habitual=True),
        Field("additional_contact_email", tr("Additional contact e-mail"), habitual=True),
        Field("project_reference_number", tr("Your project reference")),
        Field("internal_user_identifier", tr("Internal user"), user, habitual=True),
        Field("internal_user_name", tr("Internal user's name"), user, habitual=True),
    )


def _attachments() -> Fields:
    return (
        Field(
            "file_ids",
            tr("Attachments"),
            tr("Traffic management plan, drawings: at most 10 MB each."),
        ),
    )
