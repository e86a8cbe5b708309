"use client";

import { Button, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** An officer answers once, with the evidence that both sides read. [BD7] */
export function AnswerContest({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("body.queue");
  const client = useTRPCClient();
  const id = useId();
  const [evidence, setEvidence] = useState("");
  const { pending, failures, act } = useAct({ evidence: t("evidence") });
  const answer = (uphold: boolean) =>
    void act(() => client.fact.answer.mutate({ publicId, uphold, evidence }), t("answered"));
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Field id={id} label={t("evidence")} help={t("evidenceHelp")} error={failures.evidence} required>
        {(aria) => (
          <TextArea
            {...aria}
            rows={3}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="accent" pending={pending} onClick={() => answer(true)}>
          {t("uphold")}
        </Button>
        <Button pending={pending} onClick={() => answer(false)}>
          {t("refuse")}
        </Button>
      </div>
    </div>
  );
}
