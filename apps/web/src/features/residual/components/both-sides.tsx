import { formatDate } from "@lilink/i18n";
import { Badge, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { organizationName } from "../../organization/view.ts";
import type { Residual } from "../queries.ts";
import { energyLine, percent } from "../view.ts";
import { AnswerButtons } from "./answer-buttons.tsx";

const stateTones = {
  asked: "info",
  confirmed: "success",
  declined: "danger",
  withdrawn: "neutral",
  told: "info",
  disputed: "danger",
} as const;

/** Places that the own organization asked for, and those that others asked of its laboratory. */
export function Bookings({ bookings }: Pick<Residual, "bookings">) {
  const t = useTranslations("residual");
  const locale = useLocale();
  const answers = ({ isLaboratory, state }: (typeof bookings)[number]) => [
    ...(isLaboratory && state === "asked"
      ? [
          { state: "confirmed" as const, label: t("bookings.confirm") },
          { state: "declined" as const, label: t("bookings.decline") },
        ]
      : []),
    ...(!isLaboratory && (state === "asked" || state === "confirmed")
      ? [{ state: "withdrawn" as const, label: t("bookings.withdraw") }]
      : []),
  ];
  return (
    <DataTable
      caption={t("bookings.title")}
      rows={bookings}
      rowKey={({ publicId }) => publicId}
      columns={[
        {
          key: "code",
          label: t("tests.code"),
          lead: true,
          cell: ({ code }) => <span className="font-mono text-sm whitespace-nowrap">{code}</span>,
        },
        { key: "week", label: t("bookings.week"), cell: ({ week }) => formatDate(week, locale) },
        {
          key: "other",
          label: t("bookings.other"),
          cell: ({ other }) => organizationName(other, locale),
        },
        {
          key: "state",
          label: t("bookings.title"),
          speaks: true,
          cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`bookings.state.${state}`)}</Badge>,
        },
        {
          key: "act",
          label: t("bookings.act"),
          cell: (row) => (
            <AnswerButtons
              of="booking"
              publicId={row.publicId}
              answers={answers(row)}
              done={t("bookings.done")}
            />
          ),
        },
      ]}
    />
  );
}

/** Sales of both sides; the buyer answers. */
export function Sales({ sales }: Pick<Residual, "sales">) {
  const t = useTranslations("residual");
  const locale = useLocale();
  const restLine = ({ kind, test }: Residual["sales"][number]["rest"]) =>
    test === null
      ? t("sales.stated")
      : t(kind === "tested" ? "sales.tested" : "sales.contradicted", {
          day: formatDate(test.testedOn, locale),
          share: energyLine(test),
        });
  return (
    <DataTable
      caption={t("sales.title")}
      rows={sales}
      rowKey={({ publicId }) => publicId}
      empty={<p className="text-sm text-muted">{t("sales.none")}</p>}
      columns={[
        {
          key: "code",
          label: t("tests.code"),
          lead: true,
          cell: ({ code }) => <span className="font-mono text-sm whitespace-nowrap">{code}</span>,
        },
        {
          key: "on",
          label: t("sales.on"),
          className: "whitespace-nowrap",
          cell: ({ soldOn }) => formatDate(soldOn, locale),
        },
        {
          key: "other",
          label: t("bookings.other"),
          cell: ({ isBuyer, other }) =>
            `${t(isBuyer ? "sales.bought" : "sales.sold")} ${organizationName(other, locale)}`,
        },
        {
          key: "chemistry",
          label: t("price.chemistry"),
          className: "sm:whitespace-nowrap",
          cell: ({ chemistry }) => t(`chemistry.${chemistry as "lfp"}`),
        },
        {
          key: "left",
          label: t("sales.left"),
          align: "end",
          cell: ({ energyShare, rest }) => (
            <>
              {percent(energyShare)}
              <span className="block text-sm text-muted">{restLine(rest)}</span>
            </>
          ),
        },
        { key: "price", label: t("sales.price"), align: "end", cell: ({ price }) => price },
        {
          key: "state",
          label: t("sales.standing"),
          speaks: true,
          cell: ({ state, isBuyer, publicId }) =>
            state === "told" && isBuyer ? (
              <AnswerButtons
                of="sale"
                publicId={publicId}
                answers={[
                  { state: "confirmed", label: t("sales.confirm") },
                  { state: "disputed", label: t("sales.dispute") },
                ]}
                done={t("bookings.done")}
              />
            ) : (
              <Badge tone={stateTones[state]}>{t(`sales.state.${state}`)}</Badge>
            ),
        },
      ]}
    />
  );
}
