"use client";

import { type AppointmentOutcome, appointmentOutcomes } from "@lilink/model/appointment";
import { Button, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** What came of a call, in one word; what is not relevant asks for its reason. [AP5] */
export function CallOutcome({ call }: { readonly call: string }) {
  const t = useTranslations("appointment.outcome");
  const client = useTRPCClient();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("reason") });
  const tell = async (outcome: AppointmentOutcome) => {
    if (outcome === "irrelevant" && !asking) {
      setAsking(true);
      return;
    }
    await act(
      () => client.appointment.tell.mutate({ publicId: call, outcome, reason }),
      ({ agreed }) => t(agreed ? "agreed" : "told"),
    );
  };
  return (
    <fieldset className="no-print mt-3 flex flex-col gap-2">
      <legend className="mb-2 font-medium">{t("title")}</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:flex sm:flex-wrap">
        {appointmentOutcomes.map((outcome) => (
          <Button key={outcome} className="min-h-11" disabled={pending} onClick={() => void tell(outcome)}>
            {t(outcome)}
          </Button>
        ))}
      </div>
      {asking ? (
        <div className="flex max-w-md gap-2">
          <TextInput
            id={id}
            aria-label={t("reason")}
            placeholder={t("reason")}
            aria-invalid={failures.reason ? true : undefined}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button pending={pending} onClick={() => void tell("irrelevant")}>
            {t("irrelevant")}
          </Button>
        </div>
      ) : null}
      {failures.reason ? <p className="text-sm text-danger">{failures.reason}</p> : null}
    </fieldset>
  );
}
