"use client";

import { type Locale, readerHalf } from "@lilink/i18n";
import { Button, Checkbox, Dialog, Field, NoticeBox, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogEnd } from "#components/dialog-end.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Award } from "../queries.ts";

type Milestone = Award["project"]["milestones"][number];
const names = ["short", "likely", "long"] as const;

/** What a milestone waits for, and its three points; all three or none. [PJ1] [PJ4] */
export function OrderDialog({
  milestone,
  others,
}: {
  readonly milestone: Milestone;
  readonly others: readonly Milestone[];
}) {
  const { publicId, after: given, points } = milestone;
  const locale = useLocale() as Locale;
  const t = useTranslations("fund.path");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [after, setAfter] = useState(given);
  const [days, setDays] = useState({
    short: String(points?.short ?? ""),
    likely: String(points?.likely ?? ""),
    long: String(points?.long ?? ""),
  });
  const labels = {
    after: t("waitsFor"),
    "points.short": t("short"),
    "points.likely": t("likely"),
    "points.long": t("long"),
  };
  const { pending, failures, act } = useAct(labels);
  const hasPoints = names.some((name) => days[name].trim() !== "");
  const numberOf = (name: (typeof names)[number]) => readNumber(days[name]) ?? Number.NaN;
  const save = async () => {
    const send = () =>
      client.fund.orderMilestone.mutate({
        publicId,
        after: [...after],
        points: hasPoints
          ? { short: numberOf("short"), likely: numberOf("likely"), long: numberOf("long") }
          : null,
      });
    if (await act(send, t("ordered"))) setOpen(false);
  };
  const choices = others.filter(({ state }) => state !== "dropped");
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button size="sm">{t("order")}</Button>}
      title={t("orderTitle")}
      description={t("orderBody")}
      actions={<DialogEnd label={t("save")} pending={pending} run={save} />}
    >
      {failures.after ? (
        <NoticeBox tone="danger" className="mb-3">
          {[milestone, ...others].reduce(
            (text, { title }) => text.replaceAll(title, readerHalf(title, locale)),
            failures.after,
          )}
        </NoticeBox>
      ) : null}
      {choices.length > 0 ? (
        <fieldset className="mb-4">
          <legend className="mb-1 font-medium">{t("waitsFor")}</legend>
          {choices.map((other) => (
            <Checkbox
              key={other.publicId}
              id={`${id}-${other.publicId}`}
              label={readerHalf(other.title, locale)}
              checked={after.includes(other.publicId)}
              onChange={({ target }) =>
                setAfter(
                  target.checked ? [...after, other.publicId] : after.filter((one) => one !== other.publicId),
                )
              }
            />
          ))}
        </fieldset>
      ) : null}
      <p className="mb-2 text-sm text-muted">{t("pointsHelp")}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {names.map((name) => (
          <Field key={name} id={`${id}-${name}`} label={t(name)} error={failures[`points.${name}`]}>
            {(aria) => (
              <TextInput
                {...aria}
                inputMode="numeric"
                value={days[name]}
                onChange={({ target }) => setDays({ ...days, [name]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
