"""The fields of the application form, in the order of asking.

V1.25.12, WorkCreateRequest. What is not here (the shape, the street, the reference) is filled in
by the plugin: see `forms.request`.
"""

from enum import Enum

from ...api.v1 import enums
from ...words import tr
from ..kinds import FormField, Kind, Section
from . import shown as when

SINGLE_LINE, SEVERAL_LINES = 100, 500


def fields() -> tuple[FormField, ...]:
    """Return all fields in the order in which they are asked."""
    return (
        *_works(),
        *_dates(),
        *_place(),
        *_traffic(),
        *_conditions(),
        *_together(),
        *_contacts(),
        *_hs2(),
        *_attachments(),
    )


def sections() -> tuple[tuple[Section, tuple[FormField, ...]], ...]:
    """Return the sections in order, each with its fields."""
    every = fields()
    return tuple(
        (section, tuple(one for one in every if one.section is section)) for section in Section
    )


def _values(enumeration: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in enumeration)


def _works() -> tuple[FormField, ...]:
    return (
        FormField(
            "promoter_swa_code",
            Kind.CHOICE,
            Section.WORKS,
            tr("Promoter"),
            tr("Whose works are they? The application is made in this promoter's name."),
            shown=when.several_promoters,
            needed=when.always,
        ),
        FormField(
            "workstream_prefix",
            Kind.CHOICE,
            Section.WORKS,
            tr("Workstream"),
            shown=when.has_workstreams,
            needed=when.always,
        ),
        FormField(
            "work_type",
            Kind.CHOICE,
            Section.WORKS,
            tr("What type of works is it?"),
            tr("Immediate works are emergency or urgent works: they may start before a permit."),
            choices=_values(enums.WorkType),
            needed=when.always,
        ),
        FormField(
            "immediate_risk",
            Kind.YES_NO,
            Section.WORKS,
            tr("Is there a risk of damage to people or property?"),
            tr("Yes makes these emergency works, no makes them urgent works."),
            shown=when.immediate,
            needed=when.always,
        ),
        FormField(
            "activity_type",
            Kind.CHOICE,
            Section.WORKS,
            tr("Works activity type"),
            choices=_values(enums.ActivityType),
            needed=when.always,
        ),
        FormField(
            "application_type",
            Kind.CHOICE,
            Section.WORKS,
            tr("Application"),
            tr("Permit where the authority runs a permit scheme, otherwise notice."),
            choices=_values(enums.ApplicationType),
            needed=when.always,
        ),
        FormField(
            "description_of_work",
            Kind.LONG_TEXT,
            Section.WORKS,
            tr("Description of the works"),
            max_length=SEVERAL_LINES,
            needed=when.always,
        ),
        FormField(
            "excavation",
            Kind.YES_NO,
            Section.WORKS,
            tr("Excavation required"),
            needed=when.always,
        ),
        FormField(
            "is_covid_19_response",
            Kind.YES_NO,
            Section.WORKS,
            tr("In response to Covid-19?"),
            tr("May stay unanswered."),
        ),
        FormField(
            "additional_info",
            Kind.LONG_TEXT,
            Section.WORKS,
            tr("Additional information"),
            max_length=SEVERAL_LINES,
        ),
    )


def _dates() -> tuple[FormField, ...]:
    past = tr("Needed for immediate works and when the date is past. UK time.")
    return (
        FormField(
            "proposed_start_date",
            Kind.DATE,
            Section.DATES,
            tr("Start date"),
            needed=when.always,
        ),
        FormField(
            "proposed_start_time",
            Kind.TIME,
            Section.DATES,
            tr("Start time"),
            past,
            needed=when.start_time_needed,
        ),
        FormField(
            "proposed_end_date",
            Kind.DATE,
            Section.DATES,
            tr("End date"),
            needed=when.always,
        ),
        FormField(
            "proposed_end_time",
            Kind.TIME,
            Section.DATES,
            tr("End time"),
            tr("Needed when the date is past. UK time."),
            needed=when.end_is_past,
        ),
        FormField(
            "is_ttro_required",
            Kind.YES_NO,
            Section.DATES,
            tr("Is a temporary traffic regulation order (TTRO) required?"),
            tr("With one, planned works are major works."),
            shown=when.planned,
            needed=when.always,
        ),
        FormField(
            "early_start_pre_approval",
            Kind.YES_NO,
            Section.DATES,
            tr("Pre-approval for an early start"),
            tr("The start leaves less notice than works of this category need."),
            shown=when.early,
            needed=when.always,
        ),
        FormField(
            "pre_approval_details",
            Kind.LONG_TEXT,
            Section.DATES,
            tr("Pre-approval details"),
            max_length=SEVERAL_LINES,
            shown=when.early_agreed,
            needed=when.always,
        ),
        FormField(
            "pre_approval_authoriser",
            Kind.TEXT,
            Section.DATES,
            tr("Pre-approval authoriser"),
            max_length=SINGLE_LINE,
            shown=when.early_agreed,
            needed=when.always,
        ),
        FormField(
            "early_start_reason",
            Kind.LONG_TEXT,
            Section.DATES,
            tr("Early start reason"),
            max_length=SEVERAL_LINES,
            shown=when.early_not_agreed,
            needed=when.always,
        ),
    )


def _place() -> tuple[FormField, ...]:
    return (
        FormField(
            "highway_authority_swa_code",
            Kind.CHOICE,
            Section.PLACE,
            tr("Highway authority"),
            tr("Several authorities take notices for this street: choose the one that assesses."),
            shown=when.several_authorities,
            needed=when.always,
        ),
        FormField(
            "road_category",
            Kind.CHOICE,
            Section.PLACE,
            tr("Road category"),
            tr("The street has several reinstatement types: choose the one where you work."),
            shown=when.several_reinstatements,
            needed=when.always,
        ),
        FormField(
            "works_location_description",
            Kind.LONG_TEXT,
            Section.PLACE,
            tr("Works location description"),
            tr("So that it can be found on the ground, such as “outside no. 12 to the junction”."),
            max_length=SEVERAL_LINES,
            needed=when.always,
        ),
        FormField(
            "location_types",
            Kind.TICKS,
            Section.PLACE,
            tr("Location type"),
            choices=_values(enums.LocationType),
            needed=when.always,
        ),
        FormField(
            "close_footway",
            Kind.CHOICE,
            Section.PLACE,
            tr("Will a footway be closed?"),
            choices=_values(enums.CloseFootway),
            needed=when.always,
        ),
        FormField(
            "permit_asds",
            Kind.DESIGNATIONS,
            Section.PLACE,
            tr("Special designations"),
            tr("Tick those that concern your works. They are sent exactly as the street has them."),
            shown=when.has_designations,
        ),
    )


def _traffic() -> tuple[FormField, ...]:
    return (
        FormField(
            "traffic_management_type",
            Kind.CHOICE,
            Section.TRAFFIC,
            tr("Traffic management"),
            choices=_values(enums.TrafficManagementType),
            needed=when.always,
        ),
        FormField(
            "traffic_management_plan",
            Kind.YES_NO,
            Section.TRAFFIC,
            tr("Is there a traffic management plan?"),
            needed=when.always,
        ),
        FormField(
            "lane_rental_applicable",
            Kind.YES_NO,
            Section.TRAFFIC,
            tr("Does lane rental apply?"),
            needed=when.always,
        ),
        FormField(
            "environmental_health_notifiable",
            Kind.YES_NO,
            Section.TRAFFIC,
            tr("Environmental health notifiable?"),
            tr("For instance because of noise at night."),
            needed=when.always,
        ),
    )


def _conditions() -> tuple[FormField, ...]:
    return (
        FormField(
            "permit_conditions",
            Kind.CONDITIONS,
            Section.CONDITIONS,
            tr("Permit conditions"),
            tr("Street Manager adds NCT01a or NCT01b itself; a comment on them is ignored."),
            choices=_values(enums.PermitConditionType),
            max_length=SEVERAL_LINES,
            shown=when.judged,
        ),
    )


def _together() -> tuple[FormField, ...]:
    return (
        FormField(
            "collaborative_working",
            Kind.YES_NO,
            Section.TOGETHER,
            tr("Collaborative working"),
            needed=when.always,
        ),
        FormField(
            "collaboration_type",
            Kind.CHOICE,
            Section.TOGETHER,
            tr("Collaboration type"),
            choices=_values(enums.CollaborationType),
            shown=when.collaborative,
            needed=when.always,
        ),
        FormField(
            "collaboration_details",
            Kind.LONG_TEXT,
            Section.TOGETHER,
            tr("Collaboration details"),
            max_length=SEVERAL_LINES,
            shown=when.collaborative,
            needed=when.always,
        ),
        FormField(
            "collaborative_works",
            Kind.TEXT,
            Section.TOGETHER,
            tr("Works reference number of collaborative works"),
            max_length=SEVERAL_LINES,
            shown=when.collaborative,
        ),
    )


def _contacts() -> tuple[FormField, ...]:
    rows = (
        (
            "secondary_contact",
            tr("Secondary contact"),
            tr("Who answers for the works on site."),
            True,
        ),
        ("secondary_contact_number", tr("Secondary contact number"), "", True),
        ("secondary_contact_email", tr("Secondary contact e-mail"), "", False),
        ("additional_contact", tr("Additional contact"), "", False),
        ("additional_contact_number", tr("Additional contact number"), "", False),
        ("additional_contact_email", tr("Additional contact e-mail"), "", False),
        ("project_reference_number", tr("Your project reference"), "", False),
    )
    user = tr("Only for organisations that share one account, to say who applied.")
    return (
        *(
            FormField(
                name,
                Kind.TEXT,
                Section.CONTACTS,
                text,
                explanation,
                max_length=SINGLE_LINE,
                needed=when.always if needed else when.never,
            )
            for name, text, explanation, needed in rows
        ),
        FormField(
            "internal_user_identifier",
            Kind.TEXT,
            Section.CONTACTS,
            tr("Internal user"),
            user,
            max_length=SINGLE_LINE,
        ),
        FormField(
            "internal_user_name",
            Kind.TEXT,
            Section.CONTACTS,
            tr("Internal user's name"),
            user,
            max_length=50,
        ),
    )


def _hs2() -> tuple[FormField, ...]:
    return (
        FormField(
            "hs2_in_act_limits",
            Kind.YES_NO,
            Section.HS2,
            tr("Are the works within the act limits?"),
            shown=when.hs2,
            needed=when.always,
        ),
        FormField(
            "hs2_highway_exemption",
            Kind.CHOICE,
            Section.HS2,
            tr("Protective provisions (exemptions)"),
            choices=_values(enums.HS2HighwayExemption),
            shown=when.hs2_exempt,
            needed=when.always,
        ),
        FormField(
            "hs2_consultation_requested_response_date",
            Kind.DATE,
            Section.HS2,
            tr("Answer to the consultation wanted by"),
            shown=when.hs2,
        ),
        FormField(
            "hs2_highway_emails",
            Kind.LINES,
            Section.HS2,
            tr("E-mail addresses to notify"),
            tr("At most two, one a line."),
            max_length=2,
            shown=when.hs2,
        ),
        FormField(
            "hs2_additional_usrns",
            Kind.LINES,
            Section.HS2,
            tr("Further USRNs"),
            tr("At most ten, one a line."),
            max_length=10,
            shown=when.hs2,
        ),
    )


def _attachments() -> tuple[FormField, ...]:
    return (
        FormField(
            "file_ids",
            Kind.FILES,
            Section.ATTACHMENTS,
            tr("Attachments"),
            tr("Traffic management plan, drawings: at most 10 MB each."),
        ),
    )
