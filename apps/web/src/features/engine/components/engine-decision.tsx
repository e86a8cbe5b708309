"use client";

import { Button, Field, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type EngineDecisionProps = { readonly version: string; readonly mayKeep: boolean };

/** Adopt a version or keep what is in use; either way with a reason. */
export function EngineDecision({ version, mayKeep }: EngineDecisionProps) {
  const t = useTranslations("engine.decide");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const decide = async (decision: "adopt" | "keep", done: string) => {
    setPending(true);
    setFailure(undefined);
    try {
      await client.engine.decide.mutate({ version, decision, reason });
      setReason("");
      toast({ title: done, tone: "success" });
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { reason: t("reason") }, errors);
      if (fields[0]) setFailure(fields[0].text);
      else toast({ title: text, tone: "danger" });
    }
    setPending(false);
  };

  return (
    <div className="mt-6 flex max-w-xl flex-col gap-3">
      <h3 className="font-semibold">{t("title")}</h3>
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failure} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="accent"
          pending={pending}
          onClick={() => void decide("adopt", t("adopted", { version }))}
        >
          {t("adopt", { version })}
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
