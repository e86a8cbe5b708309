"use client";

import { Badge, Button, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { useSmallForm } from "#components/use-small-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Award } from "../queries.ts";
import { dayText, money } from "../view.ts";

type Given = Pick<Award, "payments"> & {
  readonly publicId: string;
  readonly keeps: boolean;
  readonly isRunning: boolean;
  /** What is granted. */
  readonly granted: number;
};
const tones = { ordered: "warning", paid: "success", cancelled: "neutral" } as const;

/** Payments of a grant: one officer orders, another releases. [FU18] */
export function Payments({ publicId, payments, keeps, isRunning, granted }: Given) {
  const t = useTranslations("fund");
  const locale = useLocale();
  const client = useTRPCClient();
  const ordered = payments.reduce((sum, { state, amount }) => sum + (state === "cancelled" ? 0 : amount), 0);
  const form = useSmallForm(
    "payment",
    { amount: "", note: "" },
    { amount: t("award.payAmount"), note: t("award.note") },
  );
  return (
    <Section id="payments" title={t("award.payments")}>
      <DataTable
        caption={t("award.payments")}
        rows={payments}
        rowKey={(one) => one.publicId}
        empty={<p className="mb-4 text-sm text-muted">{t("award.noPayments")}</p>}
        columns={[
          {
            key: "note",
            label: t("award.note"),
            lead: true,
            cell: ({ note }) => (note ? <OwnWords>{note}</OwnWords> : t("blank.noNote")),
          },
          {
            key: "amount",
            label: t("award.paymentAmount"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ amount }) => money(amount, locale),
          },
          { key: "by", label: t("award.by"), cell: ({ orderedBy }) => orderedBy ?? t("blank.none") },
          {
            key: "on",
            label: t("award.on"),
            cell: ({ paidOn }) => (paidOn === null ? t("blank.notYet") : dayText(paidOn, locale)),
          },
          {
            key: "state",
            label: t("own.state"),
            speaks: true,
            cell: ({ state }) => <Badge tone={tones[state]}>{t(`paymentState.${state}`)}</Badge>,
          },
          ...(keeps
            ? [
                {
                  key: "act",
                  label: t("award.act"),
                  cell: (one: Given["payments"][number]) => <PaymentActs payment={one} />,
                },
              ]
            : []),
        ]}
      />
      {keeps && isRunning && ordered < granted ? (
        <div className="mt-6">
          {form.frame(
            () =>
              void form.act(
                () =>
                  client.fund.pay.mutate({
                    publicId,
                    amount: readNumber(form.values.amount) ?? Number.NaN,
                    note: form.values.note ?? "",
                  }),
                t("award.ordered"),
              ),
            t("award.order"),
            <>
              {form.text("amount", { decimal: true, required: true })}
              {form.text("note")}
            </>,
            "plain",
          )}
        </div>
      ) : null}
    </Section>
  );
}

function PaymentActs({ payment }: { readonly payment: Given["payments"][number] }) {
  const t = useTranslations("fund.award");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  if (payment.state !== "ordered") return null;
  const end = (step: "release" | "cancel", done: string) =>
    void act(() => client.fund.endPayment.mutate({ publicId: payment.publicId, step }), done);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {payment.isOwnOrder ? (
        <span className="text-sm text-muted">{t("twoPeople")}</span>
      ) : (
        <Button size="sm" variant="accent" pending={pending} onClick={() => end("release", t("released"))}>
          {t("release")}
        </Button>
      )}
      <Button size="sm" pending={pending} onClick={() => end("cancel", t("cancelled"))}>
        {t("cancel")}
      </Button>
    </span>
  );
}
