"use client";

import type { Verdict } from "@lilink/model/trace/event";
import { Button, cn, Dialog, Field, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { ChooseAll, useChosen } from "#features/record/components/chosen-records.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type WaitingHandover = { readonly id: string; readonly code: string; readonly hash: string };
type ConfirmBarProps = { readonly handovers: readonly WaitingHandover[]; readonly today: string };

/** What may be done with the chosen hand-overs: they were received, each on its day or all on one. */
export function ConfirmBar({ handovers, today }: ConfirmBarProps) {
  const t = useTranslations("battery.list.confirm");
  const action = useTranslations("common.action");
  const verdicts = useTranslations("battery.verdict");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const { rows, chosen, outcome, settle, clear } = useChosen();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [on, setOn] = useState("");
  const status = useRef<HTMLParagraphElement>(null);
  const isOver = outcome !== null && chosen.length === 0;
  // The button is gone with the last chosen row: the focus goes to what came of it.
  useEffect(() => {
    if (isOver) status.current?.focus();
  }, [isOver]);
  const ids = new Set(chosen.map(({ publicId }) => publicId));
  const asked = handovers.filter(({ id }) => ids.has(id));
  const confirm = async () => {
    setPending(true);
    try {
      const { confirmed, refused } = await client.battery.confirm.mutate({
        handovers: asked.map(({ code, hash }) => ({ code, event: hash })),
        ...(on && { on }),
      });
      const idOf = new Map(asked.map(({ id, hash }) => [hash, id]));
      const counts = new Map<Verdict, number>();
      for (const { verdict } of confirmed) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      const said = [
        t("done", { done: confirmed.length }),
        ...[...counts].flatMap(([verdict, count]) =>
          verdict === "ok" || verdict === "duplicate"
            ? []
            : [t("flagged", { verdict: verdicts(verdict), count })],
        ),
        ...(refused.length > 0 ? [t("refused", { refused: refused.length })] : []),
      ];
      settle(
        confirmed.flatMap(({ event }) => idOf.get(event) ?? []),
        new Map(refused.map(({ event, why }) => [idOf.get(event) ?? event, [t(`why.${why}`)]])),
        said.join(" · "),
      );
      setOpen(false);
      router.refresh();
    } catch (error) {
      // What is chosen stays chosen.
      const { text, fields } = toErrorMessage(error, { on: t("on") }, errors);
      toast({ title: fields[0]?.text ?? text, tone: "danger" });
    } finally {
      setPending(false);
    }
  };
  const isShown = chosen.length > 0 || outcome !== null;
  return (
    <section aria-label={t("label")} className="no-print sticky top-14 z-20">
      {rows.length > 0 ? (
        <div className="mb-2 sm:hidden">
          <ChooseAll label={t("all", { count: rows.length })} shows />
        </div>
      ) : null}
      <div
        className={cn(
          "mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-sunken px-3 py-2",
          !isShown && "sr-only",
        )}
      >
        <p ref={status} role="status" tabIndex={-1} className="font-medium">
          {outcome ?? (chosen.length > 0 ? t("count", { count: chosen.length }) : "")}
        </p>
        {chosen.length > 0 ? (
          <Dialog
            open={open}
            onOpenChange={setOpen}
            closeLabel={action("close")}
            trigger={<Button size="sm">{t("act")}</Button>}
            title={t("act")}
            description={t("body", { count: chosen.length })}
            actions={<DialogEnd label={t("act")} pending={pending} run={confirm} variant="accent" />}
          >
            <Field id="received-on" label={t("on")} help={t("onHelp")}>
              {(aria) => (
                <TextInput
                  {...aria}
                  type="date"
                  max={today}
                  value={on}
                  onChange={({ target }) => setOn(target.value)}
                />
              )}
            </Field>
          </Dialog>
        ) : null}
        {isShown ? (
          <Button variant="quiet" size="sm" className="ml-auto" onClick={clear}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
