"use client";

import { type BodyFact, bodyFacts } from "@lilink/model/organization";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** An officer records what a register says of a fact. [BD5] */
export function FactCheck({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("body");
  const client = useTRPCClient();
  const labels = {
    fact: t("facts.whichFact"),
    value: t("facts.checkValue"),
    evidence: t("facts.checkEvidence"),
  };
  const start = { fact: "nameZh", value: "", evidence: "" };
  const { values, set, text, choice, frame, act } = useSmallForm("check", start, labels);
  const send = async () => {
    const fact = values.fact as BodyFact;
    const value = values.value?.trim() || null;
    const evidence = values.evidence ?? "";
    const run = () => client.fact.check.mutate({ publicId, fact, value, evidence });
    if (await act(run, t("facts.checked"))) set("evidence", "");
  };
  const options = bodyFacts.map((value) => ({ value, label: t(`fact.${value}`) }));
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-link">{t("facts.check")}</summary>
      <p className="prose-measure my-2 text-muted">{t("facts.checkLead")}</p>
      {frame(
        () => void send(),
        t("facts.check"),
        <>
          {choice("fact", options)}
          {text("value")}
          {text("evidence", { help: t("facts.checkEvidenceHelp"), required: true })}
        </>,
      )}
    </details>
  );
}
