"use client";

import type { FigurePlace } from "@lilink/model/return";
import {
  Button,
  ErrorSummary,
  Field,
  NoticeBox,
  Section,
  type SummaryError,
  TextArea,
  toast,
} from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { SaveStatus } from "#components/save-status.tsx";
import { StateForm } from "#components/state-form.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnForm as Form } from "../queries.ts";
import { cellId, toGroups } from "../view.ts";
import { ConflictCard } from "./conflict-card.tsx";
import { FigureSection } from "./figure-section.tsx";
import { FigureStore } from "./figure-store.ts";
import { explanationId, FindingList } from "./finding-list.tsx";
import { useFindingText } from "./finding-text.tsx";
import { useExplanations } from "./use-explanations.ts";
import { useSaving } from "./use-saving.ts";

/** The figures of a return as they are typed, saved by themselves, until the return is handed in. */
export function ReturnForm({ form, personId }: { readonly form: Form; readonly personId: string }) {
  const t = useTranslations("return");
  const common = useTranslations("common");
  const errors = useTranslations("error");
  const router = useRouter();
  const client = useTRPCClient();
  const { publicId, version } = form;
  const [store] = useState(
    () => new FigureStore(`lilink-return:${personId}:${publicId}:${version}`, form.figures),
  );
  const groups = useMemo(() => toGroups(form), [form]);
  const saving = useSaving({
    publicId,
    version,
    store,
    savedAt: form.state === "open" ? null : form.updatedAt,
    findings: form.findings,
  });
  const explaining = useExplanations(form);
  const textOf = useFindingText(form);
  const [reason, setReason] = useState("");
  const [late, setLate] = useState(form.needsReason);
  const [restored, setRestored] = useState<readonly FigurePlace[]>([]);
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);

  const { flush } = saving;
  useEffect(() => {
    if (store.restore() === 0) return;
    setRestored(store.listUnsaved().map(({ place }) => place));
    void flush();
  }, [store, flush]);

  /** A fault of the submission as a line that leads to its field. */
  const toLine = (field: string, findings: Form["findings"]): SummaryError => {
    const [kind = "", ...rest] = field.split(".");
    const finding = findings.find(({ key }) => key === rest.join("."));
    if (kind === "reason")
      return { fieldId: "return-reason", text: errors("rule.required", { field: t("submit.reason") }) };
    if (!finding) return { text: errors("CONFLICT") };
    const fieldId =
      kind === "explanation" ? explanationId(findings, finding.key) : finding.at && cellId(finding.at);
    return { text: textOf(finding), ...(fieldId ? { fieldId } : {}) };
  };

  const submit = async () => {
    setAttempt((count) => count + 1);
    setSummary([]);
    setPending(true);
    try {
      if (!(await flush())) return;
      await explaining.flush();
      await client.return.submit.mutate({
        publicId,
        version,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      });
      toast({ title: t("submit.done"), tone: "success" });
      router.refresh();
    } catch (error) {
      const { faults } = readPublicError(error);
      if (faults.length === 0) return setSummary([{ text: toErrorMessage(error, {}, errors).text }]);
      // What was judged is what the server holds; a colleague may have changed it meanwhile.
      const latest = await client.return.load.query({ publicId }).catch(() => null);
      const findings = latest?.findings ?? saving.findings;
      saving.setFindings(findings);
      // The due instant may have passed while the page stood open.
      setLate((known) => known || faults.some(({ field }) => field === "reason"));
      setSummary(faults.map(({ field }) => toLine(field, findings)));
    } finally {
      setPending(false);
    }
  };

  return (
    <StateForm noValidate className="flex flex-col gap-6">
      <ErrorSummary
        title={common("form.errorTitle", { count: summary.length })}
        errors={summary}
        attempt={attempt}
      />
      {restored.length > 0 ? <NoticeBox>{t("submit.kept")}</NoticeBox> : null}
      {saving.conflicts.length > 0 ? (
        <ConflictCard form={form} store={store} conflicts={saving.conflicts} settle={saving.settle} />
      ) : null}
      <Section id="figures" title={t("page.figures")}>
        <p className="prose-measure mb-4 text-muted">{t("form.help")}</p>
        <div className="flex max-w-3xl flex-col gap-8">
          {groups.map((group) => (
            <FigureSection key={group.id} group={group} form={form} store={store} restored={restored} />
          ))}
        </div>
      </Section>
      <FindingList
        form={form}
        findings={saving.findings}
        words={explaining.words}
        explain={explaining.explain}
      />
      <Section id="hand-in" title={t("submit.title")}>
        <div className="flex max-w-2xl flex-col gap-4">
          <p className="text-muted">{t("submit.help")}</p>
          {late ? (
            <Field id="return-reason" label={t("submit.reason")} required>
              {(aria) => (
                <TextArea
                  {...aria}
                  rows={2}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          ) : null}
          <Button variant="accent" size="lg" className="self-start" pending={pending} onClick={submit}>
            {t("submit.send")}
          </Button>
        </div>
      </Section>
      <div className="sticky bottom-16 z-10 -mx-4 border-t border-line bg-ground px-4 py-2 lg:bottom-0 lg:mx-0 lg:px-0">
        <SaveStatus state={saving.state} />
      </div>
    </StateForm>
  );
}
