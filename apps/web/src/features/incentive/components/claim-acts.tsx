"use client";

import { type IncentiveDecision, type RefusalCode, refusalCodes } from "@lilink/model/incentive";
import { Button, Field, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type ClaimActsProps = {
  readonly publicId: string;
  readonly steps: readonly IncentiveDecision[];
  readonly broken: readonly string[];
  readonly withdraws: boolean;
};

/** The steps of one claim: what an officer does with it, or the withdrawal of its own body. [IC3] [IC4] */
export function ClaimActs({ publicId, steps, broken, withdraws }: ClaimActsProps) {
  const t = useTranslations("incentive");
  const client = useTRPCClient();
  const id = useId();
  const [code, setCode] = useState<RefusalCode>(
    refusalCodes.find((one) => broken.includes(one)) ?? "evidence",
  );
  const labels = { amount: t("amount"), step: t("stateColumn"), code: t("codeLabel") };
  const { pending, failures, act } = useAct(labels);
  const decide = (step: IncentiveDecision, reason?: string) =>
    client.incentive.decide.mutate({
      publicId,
      step,
      ...(step === "refuse" && { code }),
      ...(reason !== undefined && { reason }),
    });
  return (
    <span className="flex flex-wrap items-end gap-2">
      {steps
        .filter((step) => step !== "refuse" && step !== "clawBack")
        .map((step) => (
          <Button
            key={step}
            size="sm"
            pending={pending}
            onClick={() => void act(() => decide(step), t("done"))}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      {Object.values(failures).map((text) => (
        <span key={text} role="alert" className="basis-full text-sm text-danger">
          {text}
        </span>
      ))}
      {steps.includes("clawBack") ? (
        <ReasonDialog
          label={t("step.clawBack")}
          title={t("backTitle")}
          body={t("backBody")}
          run={(reason) => decide("clawBack", reason)}
        />
      ) : null}
      {steps.includes("refuse") ? (
        <ReasonDialog
          label={t("step.refuse")}
          title={t("refuseTitle")}
          body={t("refuseBody")}
          labels={labels}
          run={(reason) => decide("refuse", reason)}
        >
          <Field id={id} label={t("codeLabel")}>
            {(aria) => (
              <Select
                {...aria}
                value={code}
                onChange={({ target }) => setCode(target.value as RefusalCode)}
                options={refusalCodes.map((value) => ({ value, label: t(`code.${value}`) }))}
              />
            )}
          </Field>
        </ReasonDialog>
      ) : null}
      {withdraws ? (
        <ConfirmDialog
          label={t("step.withdraw")}
          title={t("withdrawTitle")}
          body={t("withdrawBody")}
          run={() => client.incentive.withdraw.mutate({ publicId })}
          done={t("withdrawn")}
        />
      ) : null}
    </span>
  );
}
