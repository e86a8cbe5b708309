import { formatDate, readerHalf } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { DataTable, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { Chart } from "#components/chart.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { Residual } from "../queries.ts";
import { percent, toCourseChart } from "../view.ts";
import { Bookings, Sales } from "./both-sides.tsx";
import { BookForm, CourseForm, SaleForm, TestForm } from "./residual-forms.tsx";
import { TestTable } from "./test-table.tsx";

type Given = { readonly residual: Residual; readonly keeps: boolean };

/**
 * What is left in the own batteries by test, and folded: places at laboratories, sales, prices, where a battery's health goes. Whoever
 * keeps no batteries reads laboratories and prices alone.
 */
export function ResidualPage({ residual, keeps }: Given) {
  const t = useTranslations("residual");
  const today = toShanghaiDate(new Date());
  const { laboratories, bookings, sales, bands } = residual;
  const free = laboratories.reduce((sum, { weeks }) => sum + (weeks[0]?.left ?? 0), 0);
  const waiting = sales.filter(({ state, isBuyer }) => state === "told" && isBuyer).length;
  const priced = bands.filter(({ low }) => low !== null);
  return (
    <ClientMessages namespaces={["residual"]}>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t(keeps ? "lead" : "leadPublic")}
        up={<TextLink href="/batteries">{t("up")}</TextLink>}
      />
      {keeps ? (
        <Section id="tests" title={t("tests.title")}>
          <TestTable tests={residual.tests} />
          <Folded label={t("tests.file")}>
            <TestForm today={today} />
          </Folded>
        </Section>
      ) : null}
      {bookings.length > 0 ? (
        <Section id="bookings" title={t("bookings.title")}>
          <Bookings bookings={bookings} />
        </Section>
      ) : null}
      <Section
        id="book"
        title={t("labs.title")}
        {...(keeps && { fold: t("labs.free", { count: free }), shut: true })}
      >
        <Laboratories laboratories={laboratories} />
        {keeps && laboratories.length > 0 ? (
          <Folded label={t("labs.book")}>
            <BookForm laboratories={laboratories} />
          </Folded>
        ) : null}
      </Section>
      {keeps ? (
        <Section
          id="sales"
          title={t("sales.title")}
          {...(waiting === 0 && { fold: String(sales.length), shut: true })}
        >
          <Sales sales={sales} />
          <Folded label={t("sales.tell")}>
            <SaleForm today={today} />
          </Folded>
        </Section>
      ) : null}
      <Section
        id="price"
        title={t("price.title")}
        {...(keeps && {
          fold: priced.map(({ chemistry }) => t(`chemistry.${chemistry as "lfp"}`)).join(" · "),
          shut: true,
        })}
      >
        <Prices bands={bands} />
      </Section>
      {keeps ? (
        <Section id="course" title={t("course.title")} fold={String(residual.courses.length)} shut>
          <Course residual={residual} />
          <Folded label={t("course.save")}>
            <CourseForm />
          </Folded>
        </Section>
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
  const locale = useLocale();
  if (!course) return <p className="text-sm text-muted">{t("none")}</p>;
  const last = course.forecast.points.at(-1);
  const words = { known: t("known"), forecast: t("forecast"), cycle: t("cycle") };
  return (
    <>
      <p className="mb-3 text-sm text-muted">{t("lead")}</p>
      <Chart
        title={t("chart", { code: readerHalf(course.code, locale), known: course.known.length })}
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
              <OwnWords>{code}</OwnWords>
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
