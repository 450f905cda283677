"""Answers that a planner gives to every application: the last ones are offered again."""

HABITUAL = (
    "workstream_prefix",
    "secondary_contact",
    "secondary_contact_number",
    "secondary_contact_email",
    "additional_contact",
    "additional_contact_number",
    "additional_contact_email",
    "internal_user_identifier",
    "internal_user_name",
)
