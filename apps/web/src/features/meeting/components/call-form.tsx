"use client";

import { Button, Field, RadioGroup, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { StateForm } from "#components/state-form.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { MeetingFields, meetingFieldId, meetingFields, toMeetingInput } from "./meeting-fields.tsx";

export type CallFormProps = { readonly running: readonly string[]; readonly heldBack: readonly string[] };

/** A meeting's name, hour and place, the goals on its agenda and who sits in it. */
export function CallForm({ running, heldBack }: CallFormProps) {
  const t = useTranslations("meeting.call");
  const page = useTranslations("meeting.page");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const [place, setPlace] = useState({ title: "", heldAt: "", venue: "" });
  const [choice, setChoice] = useState("heldBack");
  const [seats, setSeats] = useState<readonly PickedOrganization[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { pending, failures, act } = useAct({ title: t("name"), heldAt: t("heldAt"), venue: t("venue") });
  const summary = meetingFields.flatMap((field) => {
    const text = failures[field];
    return text ? [{ fieldId: meetingFieldId(id, field), text }] : [];
  });
  const goals = { running, heldBack, none: [] }[choice] ?? [];

  const call = () =>
    act(async () => {
      const { publicId } = await client.meeting.convene.mutate({
        ...toMeetingInput(place),
        goals: [...goals],
        seats: seats.map(({ publicId }) => publicId),
      });
      router.push(`/meetings/${publicId}`);
    }, t("done"));

  return (
    <StateForm
      noValidate
      className="flex max-w-xl flex-col gap-5"
      onSend={() => {
        setAttempt((count) => count + 1);
        void call();
      }}
    >
      <FormErrors form={{ summary, attempt }} />
      <MeetingFields id={id} value={place} onChange={setPlace} failures={failures} />
      <RadioGroup
        id={`${id}-goals`}
        name="goals"
        legend={t("goals")}
        help={t("goalsHelp")}
        value={choice}
        onChange={(event) => setChoice(event.target.value)}
        options={[
          { value: "heldBack", label: `${t("heldBack")} (${heldBack.length})` },
          { value: "running", label: `${t("running")} (${running.length})` },
          { value: "none", label: t("none") },
        ]}
      />
      <Field id={`${id}-seats`} label={t("seats")} help={t("seatsHelp")}>
        {(aria) => (
          <div className="flex flex-col gap-2">
            <OrganizationPick
              {...aria}
              label={t("search")}
              onPick={(one) => setSeats([...seats.filter(({ publicId }) => publicId !== one.publicId), one])}
            />
            <div className="flex flex-wrap gap-2">
              {seats.map((seat) => (
                <Tag
                  key={seat.publicId}
                  removeLabel={page("removeSeat", { name: seat.name })}
                  onRemove={() => setSeats(seats.filter(({ publicId }) => publicId !== seat.publicId))}
                >
                  {seat.name}
                </Tag>
              ))}
            </div>
          </div>
        )}
      </Field>
      <Button type="submit" variant="accent" className="self-start" pending={pending}>
        {t("submit")}
      </Button>
    </StateForm>
  );
}
