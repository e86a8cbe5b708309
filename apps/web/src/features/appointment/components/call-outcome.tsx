"use client";

import { type AppointmentOutcome, appointmentOutcomes } from "@lilink/model/appointment";
import { useTranslations } from "next-intl";
import { OutcomeChoice } from "#components/outcome-choice.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** What came of a call. [AP5] */
export function CallOutcome({ call }: { readonly call: string }) {
  const t = useTranslations("appointment.outcome");
  const client = useTRPCClient();
  const { pending, failures, act } = useAct({ reason: t("reason") });
  const tell = (outcome: AppointmentOutcome, reason: string) =>
    act(
      () => client.appointment.tell.mutate({ publicId: call, outcome, reason }),
      ({ agreed }) => t(agreed ? "agreed" : "told"),
    );
  return (
    <OutcomeChoice
      className="no-print mt-3 flex max-w-2xl flex-col gap-2"
      legend={<legend className="mb-2 font-medium">{t("title")}</legend>}
      outcomes={appointmentOutcomes}
      say={t}
      pending={pending}
      fault={failures.reason}
      tell={tell}
    />
  );
}
