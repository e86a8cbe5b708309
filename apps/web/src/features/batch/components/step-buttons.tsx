"use client";

import { type BatchStep, batchMachine } from "@lilink/model/trace/batch";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly publicId: string;
  readonly steps: readonly BatchStep[];
  /** How many points stand before the balance. */
  readonly faults: number;
};

/** The steps that the reader may take; the one that leads on is marked, unless something stands before the balance. */
export function StepButtons({ publicId, steps, faults }: Given) {
  const t = useTranslations("batch");
  const client = useTRPCClient();
  const { pending, act } = useAct({ rows: t("form.rows") });
  const buttons = steps.map((step) => {
    const label = t(`step.${step}`);
    if (step === "refuse" || step === "return" || step === "audit")
      return (
        <ReasonDialog
          key={step}
          label={label}
          title={label}
          body={t(`page.stepBody.${step}`)}
          run={(reason) => client.batch.step.mutate({ publicId, step, reason })}
        />
      );
    const lacks = step === "balance" && faults > 0;
    const isPlain = batchMachine.steps[step].to === "open" || faults > 0;
    return (
      <Button
        key={step}
        pending={pending}
        disabled={lacks}
        variant={isPlain ? "plain" : "accent"}
        onClick={() => void act(() => client.batch.step.mutate({ publicId, step }), t("page.done"))}
      >
        {lacks ? t("page.missing", { step: label, count: faults }) : label}
      </Button>
    );
  });
  return (
    <>
      {faults > 0 && steps.includes("close") ? (
        <TextLink className="text-sm" href="#lacking">
          {t("page.toSettle", { count: faults })}
        </TextLink>
      ) : null}
      {buttons}
    </>
  );
}
