"use client";

import { formatTimeIn } from "@lilink/i18n";
import { Badge, Button } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { LinkedText } from "#components/linked-text.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Call } from "../queries.ts";
import { callTones } from "../view.ts";
import { CallOutcome } from "./call-outcome.tsx";
import { TimeForm } from "./time-form.tsx";

export type CallCardProps = {
  readonly introduction: string;
  readonly call: Call;
  readonly zone: string;
  readonly mayAct: boolean;
};

const minutesOf = ({ startsAt, endsAt }: Call) =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** One call: when, where, whose word it is, and what this side may do now. [AP3] */
export function CallCard({ introduction, call, zone, mayAct }: CallCardProps) {
  const t = useTranslations("appointment");
  const locale = useLocale();
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const [isMoving, setMoving] = useState(false);
  const { publicId, state, isPast, namedBy, place, reason, reasonBy, told } = call;
  const isOpen = (state === "proposed" || state === "agreed") && !isPast;
  const isHeld = (state === "agreed" || state === "over") && isPast;
  return (
    <div className="border-y border-line py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-lg font-medium tabular-nums">{formatTimeIn(zone, call.startsAt, locale)}</span>
        <span className="text-muted">{t("times.minutes", { minutes: minutesOf(call) })}</span>
        <Badge tone={callTones[state]}>{t(`state.${isHeld ? "over" : state}`)}</Badge>
      </p>
      <p>
        <span className="text-muted">{t("call.place")}: </span>
        {place ? <LinkedText text={place} /> : t("call.noPlace")}
      </p>
      {state === "proposed" ? <p className="text-muted">{t(`call.named.${namedBy}`)}</p> : null}
      {state === "cancelled" && reason === null ? <p className="text-muted">{t("call.withEnd")}</p> : null}
      {reason !== null && reasonBy !== null ? <p>{t(`call.reason.${reasonBy}`, { reason })}</p> : null}
      {told ? (
        <p>{t(told.agreed ? "outcome.both" : "outcome.said", { outcome: t(`outcome.${told.outcome}`) })}</p>
      ) : null}
      {isHeld && mayAct ? <CallOutcome call={publicId} /> : null}
      {isOpen && mayAct && !isMoving ? (
        <div className="no-print mt-3 flex flex-wrap items-center gap-2">
          {state === "proposed" && namedBy === "other" ? (
            <Button
              variant="accent"
              pending={pending}
              onClick={() => void act(() => client.appointment.take.mutate({ publicId }), t("call.taken"))}
            >
              {t("call.take")}
            </Button>
          ) : null}
          {state === "agreed" ? (
            <a
              className="text-link"
              href={`/api/export/call?introduction=${introduction}&id=${publicId}&locale=${locale}`}
            >
              {t("call.calendar")}
            </a>
          ) : null}
          <Button onClick={() => setMoving(true)}>{t("form.another")}</Button>
          <ReasonDialog
            label={t("call.cancel")}
            title={t("call.cancelTitle")}
            body={t("call.cancelBody")}
            run={(words) => client.appointment.cancel.mutate({ publicId, reason: words })}
          />
        </div>
      ) : null}
      {isMoving ? (
        <TimeForm
          introduction={introduction}
          zone={zone}
          start={{ startsAt: call.startsAt, minutes: minutesOf(call), place }}
          call={call}
          close={() => setMoving(false)}
        />
      ) : null}
    </div>
  );
}
