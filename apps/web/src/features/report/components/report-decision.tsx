"use client";

import { type ReportFinding, reportFindings } from "@lilink/model/report";
import { Button, Field, Select, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** An officer's finding, with the words that both sides read. */
export function ReportDecision({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("organization.report");
  const client = useTRPCClient();
  const id = useId();
  const [finding, setFinding] = useState<ReportFinding>("unfounded");
  const [note, setNote] = useState("");
  const { pending, failures, act } = useAct({ note: t("note"), finding: t("findingLabel") });
  const decide = () => act(() => client.report.decide.mutate({ publicId, finding, note }), t("done"));
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Field id={`${id}-finding`} label={t("findingLabel")} error={failures.finding} required>
        {(aria) => (
          <Select
            {...aria}
            value={finding}
            onChange={(event) => setFinding(event.target.value as ReportFinding)}
            options={reportFindings.map((value) => ({ value, label: t(`finding.${value}`) }))}
          />
        )}
      </Field>
      <Field id={`${id}-note`} label={t("note")} help={t("noteHelp")} error={failures.note} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <div>
        <Button variant="accent" pending={pending} onClick={() => void decide()}>
          {t("decide")}
        </Button>
      </div>
    </div>
  );
}
