"use client";

import { Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";

/** Where and when a meeting is; the hour as its field holds it, in the time of Beijing. */
export type MeetingPlace = { readonly title: string; readonly heldAt: string; readonly venue: string };

export type MeetingFieldsProps = {
  readonly id: string;
  readonly value: MeetingPlace;
  readonly onChange: (value: MeetingPlace) => void;
  readonly failures: Readonly<Record<string, string>>;
};

/** A place as the exchange is told of it. */
export function toMeetingInput({ title, heldAt, venue }: MeetingPlace) {
  // Beijing has one time all year, so the zone of the browser does not matter.
  return { title, heldAt: heldAt === "" ? "" : `${heldAt}:00+08:00`, venue: venue || undefined };
}

/** In the order of the page. */
export const meetingFields = ["title", "heldAt", "venue"] as const;

/** The id of a field's control, as a summary of errors links to it. */
export function meetingFieldId(id: string, field: (typeof meetingFields)[number]): string {
  return `${id}-${field}`;
}

/** The name, hour and place of a meeting, when it is called and when it is changed. */
export function MeetingFields({ id, value, onChange, failures }: MeetingFieldsProps) {
  const t = useTranslations("meeting.call");
  const common = useTranslations("common.state");
  const write = (part: Partial<MeetingPlace>) => onChange({ ...value, ...part });
  return (
    <>
      <Field
        id={meetingFieldId(id, "title")}
        label={t("name")}
        help={t("nameHelp")}
        error={failures.title}
        required
      >
        {(aria) => (
          <TextInput
            {...aria}
            value={value.title}
            onChange={(event) => write({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={meetingFieldId(id, "heldAt")} label={t("heldAt")} error={failures.heldAt} required>
        {(aria) => (
          <TextInput
            {...aria}
            type="datetime-local"
            className="max-w-60"
            value={value.heldAt}
            onChange={(event) => write({ heldAt: event.target.value })}
          />
        )}
      </Field>
      <Field
        id={meetingFieldId(id, "venue")}
        label={t("venue")}
        error={failures.venue}
        optional={common("optional")}
      >
        {(aria) => (
          <TextInput
            {...aria}
            value={value.venue}
            onChange={(event) => write({ venue: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
