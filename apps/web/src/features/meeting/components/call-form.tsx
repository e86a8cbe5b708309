"use client";

import { Button, Field, RadioGroup, Tag, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type CallFormProps = { readonly running: readonly string[]; readonly heldBack: readonly string[] };

/** A meeting's name, hour and place, the goals on its agenda and who sits in it. */
export function CallForm({ running, heldBack }: CallFormProps) {
  const t = useTranslations("meeting.call");
  const page = useTranslations("meeting.page");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const [title, setTitle] = useState("");
  const [heldAt, setHeldAt] = useState("");
  const [venue, setVenue] = useState("");
  const [choice, setChoice] = useState("heldBack");
  const [seats, setSeats] = useState<readonly PickedOrganization[]>([]);
  const { pending, failures, act } = useAct({ title: t("name"), heldAt: t("heldAt"), venue: t("venue") });
  const goals = { running, heldBack, none: [] }[choice] ?? [];

  const call = () =>
    act(async () => {
      const { publicId } = await client.meeting.convene.mutate({
        title,
        // Beijing has one time all year, so the zone of the browser does not matter.
        heldAt: heldAt === "" ? "" : `${heldAt}:00+08:00`,
        venue: venue || undefined,
        goals: [...goals],
        seats: seats.map(({ publicId }) => publicId),
      });
      router.push(`/meetings/${publicId}`);
    }, t("done"));

  return (
    <form
      noValidate
      className="flex max-w-xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void call();
      }}
    >
      <Field id={`${id}-title`} label={t("name")} help={t("nameHelp")} error={failures.title} required>
        {(aria) => <TextInput {...aria} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field id={`${id}-at`} label={t("heldAt")} error={failures.heldAt} required>
        {(aria) => (
          <TextInput
            {...aria}
            type="datetime-local"
            className="max-w-60"
            value={heldAt}
            onChange={(event) => setHeldAt(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-venue`} label={t("venue")} error={failures.venue}>
        {(aria) => <TextInput {...aria} value={venue} onChange={(event) => setVenue(event.target.value)} />}
      </Field>
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
    </form>
  );
}
