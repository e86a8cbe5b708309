"use client";

import { Button, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type EngineDecisionProps = {
  readonly version: string;
  /** What people call it. */
  readonly name: string;
  readonly mayKeep: boolean;
};

/** Adopt a version or keep what is in use; either way with a reason. */
export function EngineDecision({ version, name, mayKeep }: EngineDecisionProps) {
  const t = useTranslations("engine.decide");
  const client = useTRPCClient();
  const id = useId();
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("reason") });

  const decide = async (decision: "adopt" | "keep", done: string) => {
    if (await act(() => client.engine.decide.mutate({ version, decision, reason }), done)) setReason("");
  };

  return (
    <div className="mt-6 flex max-w-xl flex-col gap-3">
      <h3 className="font-semibold">{t("title")}</h3>
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="accent"
          pending={pending}
          onClick={() => void decide("adopt", t("adopted", { version: name }))}
        >
          {t("adopt", { version: name })}
        </Button>
        {mayKeep ? (
          <Button pending={pending} onClick={() => void decide("keep", t("kept"))}>
            {t("keep")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
