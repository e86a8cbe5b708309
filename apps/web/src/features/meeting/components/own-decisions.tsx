"use client";

import { formatDate } from "@lilink/i18n";
import { Button, Field, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { OwnWords } from "#components/own-words.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { OwnDecision } from "../queries.ts";

/** What the own organization is to carry out; each is reported as done with a word on how. */
export function OwnDecisions({ decisions }: { readonly decisions: readonly OwnDecision[] }) {
  const t = useTranslations("meeting");
  const locale = useLocale();
  if (decisions.length === 0) return <p className="text-muted">{t("own.none")}</p>;
  return (
    <ul className="hairline-list border-y border-line">
      {decisions.map((decision) => (
        <li key={decision.publicId} className="flex flex-col gap-2 py-3">
          <p className="prose-measure">
            <OwnWords mark>{decision.text}</OwnWords>
          </p>
          {decision.doneAt ? (
            <p className="text-sm text-muted">
              {t("page.done", { day: formatDate(decision.doneAt, locale), note: decision.doneNote ?? "" })}
            </p>
          ) : (
            <EndDecision decision={decision} />
          )}
        </li>
      ))}
    </ul>
  );
}

function EndDecision({ decision }: { readonly decision: OwnDecision }) {
  const t = useTranslations("meeting");
  const locale = useLocale();
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { pending, failures, act } = useAct({ note: t("own.note") });
  const due = (
    <span className="text-sm text-muted">{t("page.due", { day: formatDate(decision.dueOn, locale) })}</span>
  );
  if (!open)
    return (
      <p className="flex flex-wrap items-center gap-4">
        {due}
        <Button onClick={() => setOpen(true)}>{t("own.end")}</Button>
      </p>
    );
  return (
    <div className="flex max-w-xl flex-col gap-3">
      {due}
      <Field id={id} label={t("own.note")} error={failures.note} required>
        {(aria) => (
          <TextArea {...aria} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <Button
        variant="accent"
        className="self-start"
        pending={pending}
        onClick={() =>
          void act(
            () => client.meeting.endDecision.mutate({ publicId: decision.publicId, note }),
            t("own.ended"),
          )
        }
      >
        {t("own.end")}
      </Button>
    </div>
  );
}
