"use client";

import { appointmentMinutes, quarterAt, quartersOf, startOf, wallTimeOf } from "@lilink/model/appointment";
import { Button, Field, Select, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Call } from "../queries.ts";

export type TimeFormProps = {
  readonly introduction: string;
  readonly zone: string;
  /** A time that suits both, or what stands now. */
  readonly start: { readonly startsAt: Date; readonly minutes: number; readonly place: string };
  /** The call that is moved; absent for a new one. */
  readonly call?: Call;
  readonly close: () => void;
};

const lengths = [15, 30, 45, 60, 90, 120, appointmentMinutes.max];
const toClock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Names a time for a call, as a clock of the own zone shows it. [AP3] */
export function TimeForm({ introduction, zone, start, call, close }: TimeFormProps) {
  const t = useTranslations("appointment.form");
  const common = useTranslations("common");
  const id = useId();
  const client = useTRPCClient();
  const first = wallTimeOf(zone, quarterAt(start.startsAt));
  const [day, setDay] = useState(first.day);
  const [clock, setClock] = useState(toClock(first.minute));
  const [minutes, setMinutes] = useState(start.minutes);
  const [place, setPlace] = useState(start.place);
  const [reason, setReason] = useState("");
  const [skipped, setSkipped] = useState(false);
  const needsReason = call?.state === "agreed";
  const { pending, failures, act } = useAct({
    ...{ startsAt: t("startsAt"), minutes: t("minutes"), place: t("place"), reason: t("reason") },
  });
  const send = async () => {
    const [hour = Number.NaN, minute = Number.NaN] = clock.split(":").map(Number);
    const from = hour * 60 + minute - (minute % 15);
    const [quarter] = day && Number.isFinite(from) ? quartersOf(zone, day, from, from + 15) : [];
    setSkipped(quarter === undefined);
    if (quarter === undefined) return;
    const startsAt = new Date(startOf(quarter).getTime() + (minute % 15) * 60_000).toISOString();
    const named = { startsAt, minutes, place };
    const isSent = await act(() =>
      call
        ? client.appointment.move.mutate({ publicId: call.publicId, ...named, reason })
        : client.appointment.propose.mutate({ introduction, ...named }),
    );
    if (!isSent) return;
    toast({ tone: "success", title: t("sent") });
    close();
  };
  return (
    <StateForm noValidate className="no-print mt-4 flex max-w-2xl flex-col gap-4" onSend={() => void send()}>
      <h3>{t(call ? "another" : "title")}</h3>
      <div className="flex flex-wrap gap-4">
        <Field id={`${id}-day`} label={t("day")} error={failures.startsAt} required>
          {(aria) => (
            <TextInput {...aria} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
          )}
        </Field>
        <Field id={`${id}-time`} label={t("time")} error={skipped ? t("skipped") : undefined} required>
          {(aria) => (
            <TextInput
              {...aria}
              type="time"
              step={900}
              value={clock}
              onChange={({ target }) => setClock(target.value)}
            />
          )}
        </Field>
        <Field id={`${id}-minutes`} label={t("minutes")} error={failures.minutes}>
          {(aria) => (
            <Select
              {...aria}
              className="w-24"
              value={String(minutes)}
              options={lengths.map((value) => ({ value: String(value), label: String(value) }))}
              onChange={({ target }) => setMinutes(Number(target.value))}
            />
          )}
        </Field>
      </div>
      <Field
        id={`${id}-place`}
        label={t("place")}
        help={t("placeHelp")}
        optional={common("state.optional")}
        error={failures.place}
      >
        {(aria) => <TextInput {...aria} value={place} onChange={({ target }) => setPlace(target.value)} />}
      </Field>
      {needsReason ? (
        <Field id={`${id}-reason`} label={t("reason")} error={failures.reason} required>
          {(aria) => (
            <TextInput {...aria} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="accent" pending={pending}>
          {t("send")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common("action.cancel")}
        </Button>
      </div>
    </StateForm>
  );
}
