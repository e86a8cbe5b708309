import { formatDate } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { DataTable, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Residual } from "../queries.ts";
import { percent, toCourseChart } from "../view.ts";
import { Bookings, Sales } from "./both-sides.tsx";
import { BookForm, CourseForm, SaleForm, TestForm } from "./residual-forms.tsx";
import { TestTable } from "./test-table.tsx";

type Given = { readonly residual: Residual; readonly keeps: boolean };

/**
 * Tests, places at laboratories, where a battery's health goes, and what is paid for what is left. Whoever keeps no batteries reads
 * prices and laboratories alone.
 */
export function ResidualPage({ residual, keeps }: Given) {
  const t = useTranslations("residual");
  const today = toShanghaiDate(new Date());
  return (
    <ClientMessages namespaces={["residual"]}>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t("lead")}
        up={<TextLink href="/batteries">{t("up")}</TextLink>}
      />
      <Section id="book" title={t("labs.title")}>
        <Laboratories laboratories={residual.laboratories} />
        {keeps && residual.laboratories.length > 0 ? (
          <Folded label={t("labs.book")}>
            <BookForm laboratories={residual.laboratories} />
          </Folded>
        ) : null}
      </Section>
      {residual.bookings.length > 0 ? (
        <Section id="bookings" title={t("bookings.title")}>
          <Bookings bookings={residual.bookings} />
        </Section>
      ) : null}
      <Section id="price" title={t("price.title")}>
        <Prices bands={residual.bands} />
      </Section>
      {keeps ? (
        <>
          <Section id="tests" title={t("tests.title")}>
            <TestTable tests={residual.tests} />
            <Folded label={t("tests.file")}>
              <TestForm today={today} />
            </Folded>
          </Section>
          <Section id="sales" title={t("sales.title")}>
            <Sales sales={residual.sales} />
            <Folded label={t("sales.tell")}>
              <SaleForm today={today} />
            </Folded>
          </Section>
          <Section id="course" title={t("course.title")}>
            <Course residual={residual} />
            <Folded label={t("course.save")}>
              <CourseForm />
            </Folded>
          </Section>
        </>
      ) : null}
    </ClientMessages>
  );
}

/** A form that opens when it is asked for. */
function Folded({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className="no-print mt-4">
      <summary className="w-fit cursor-pointer font-medium">{label}</summary>
      <div className="mt-4">{children}</div>
    </details>
  );
}

function Course({ residual: { course, courses } }: { readonly residual: Residual }) {
  const t = useTranslations("residual.course");
  if (!course) return <p className="text-sm text-muted">{t("none")}</p>;
  const last = course.forecast.points.at(-1);
  const words = { known: t("known"), forecast: t("forecast"), cycle: t("cycle") };
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t("lead")}</p>
      <Chart
        title={t("chart", { code: course.code, known: course.known.length })}
        spec={toCourseChart(course, words)}
        source={
          last
            ? t("source", { value: percent(last.value), low: percent(last.low), high: percent(last.high) })
            : undefined
        }
      />
      {courses.length > 1 ? (
        <nav aria-label={t("choose")} className="no-print mt-2 flex flex-wrap gap-3 text-sm">
          {courses.map((code) => (
            <RoutedLink
              key={code}
              scroll={false}
              href={{ pathname: "/batteries/tests", query: { series: code } }}
              aria-current={code === course.code ? "page" : undefined}
              className="text-link aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {code}
            </RoutedLink>
          ))}
        </nav>
      ) : null}
    </>
  );
}

function Prices({ bands }: Pick<Residual, "bands">) {
  const t = useTranslations("residual");
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t("price.lead")}</p>
      <DataTable
        caption={t("price.title")}
        rows={bands}
        rowKey={({ chemistry }) => chemistry}
        empty={<p>{t("price.none")}</p>}
        columns={[
          {
            key: "chemistry",
            label: t("price.chemistry"),
            lead: true,
            cell: ({ chemistry }) => t(`chemistry.${chemistry as "lfp"}`),
          },
          {
            key: "band",
            label: t("price.band"),
            align: "end",
            cell: ({ low, high }) => (low === null ? t("price.notEnough") : `${low}–${high}`),
          },
          {
            key: "middle",
            label: t("price.middle"),
            align: "end",
            cell: ({ middle }) => middle ?? "",
          },
          {
            key: "behind",
            label: t("price.behind"),
            cell: ({ bodies, sales }) => (bodies === 0 ? "" : t("price.behindLine", { bodies, sales })),
          },
        ]}
      />
    </>
  );
}

function Laboratories({ laboratories }: Pick<Residual, "laboratories">) {
  const t = useTranslations("residual");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("labs.title")}
      rows={laboratories}
      rowKey={({ publicId }) => publicId}
      empty={<p className="text-sm text-muted">{t("labs.none")}</p>}
      columns={[
        {
          key: "lab",
          label: t("labs.lab"),
          lead: true,
          cell: ({ publicId, nameZh, nameEn }) => (
            <TextLink href={`/laboratories/${publicId}`}>
              {(locale === "en" ? nameEn : null) ?? nameZh ?? nameEn}
            </TextLink>
          ),
        },
        {
          key: "methods",
          label: t("labs.methods"),
          cell: ({ methods }) =>
            methods.map((one) => t(`method.${one as "fast"}`)).join(locale === "en" ? ", " : "、"),
        },
        {
          key: "price",
          label: t("labs.price"),
          className: "sm:whitespace-nowrap",
          cell: ({ price, minutes }) =>
            price === null || minutes === null ? "" : t("labs.priceLine", { price, minutes }),
        },
        {
          key: "places",
          label: t("labs.places"),
          cell: ({ weeks }) => (
            <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm tabular-nums">
              {weeks.map(({ week, left }) => (
                <li key={week} className="whitespace-nowrap text-muted">
                  {formatDate(week, locale, "dayOfYear")}{" "}
                  {left > 0 ? (
                    <strong className="text-ink">{t("labs.left", { count: left })}</strong>
                  ) : (
                    t("labs.full")
                  )}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
