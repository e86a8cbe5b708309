"use client";

import { type ReportReason, type ReportSubject, reportReasons } from "@lilink/model/report";
import { Button, Dialog, Field, Select, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Reports what the page shows, for a coded reason and in the member's own words. */
export function ReportDialog({
  subject,
  publicId,
}: {
  readonly subject: ReportSubject;
  readonly publicId: string;
}) {
  const t = useTranslations("organization.report");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<ReportReason>("falseFigures");
  const [words, setWords] = useState("");
  const { pending, failures, act } = useAct({ words: t("words"), reason: t("reasonLabel") });
  const file = async () => {
    const sent = await act(() => client.report.file.mutate({ subject, publicId, reason, words }), t("sent"));
    if (sent) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={
        <Button variant="quiet" size="sm" className="-ml-3">
          {t("link")}
        </Button>
      }
      title={t("title")}
      description={t("lead")}
      actions={<DialogEnd label={t("send")} pending={pending} run={file} />}
    >
      <Field id={`${id}-reason`} label={t("reasonLabel")} error={failures.reason} required>
        {(aria) => (
          <Select
            {...aria}
            value={reason}
            onChange={(event) => setReason(event.target.value as ReportReason)}
            options={reportReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
        )}
      </Field>
      <Field id={`${id}-words`} label={t("words")} help={t("wordsHelp")} error={failures.words} required>
        {(aria) => (
          <TextArea {...aria} rows={4} value={words} onChange={(event) => setWords(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}
