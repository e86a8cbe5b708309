import { formatDate, formatPeriod, type Locale } from "@lilink/i18n";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import type { ReturnForm as Form, ReturnImport } from "../queries.ts";
import { CorrectPanel } from "./correct-panel.tsx";
import { AskedLines, EventList } from "./event-list.tsx";
import { FigureTable } from "./figure-table.tsx";
import { ImportSection } from "./import-section.tsx";
import { ReturnForm } from "./return-form.tsx";
import { SheetName } from "./sheet-name.tsx";
import { StateBadges } from "./state-badges.tsx";

type ReturnPageProps = {
  readonly form: Form;
  readonly imports: readonly ReturnImport[];
  readonly personId: string;
};

/** One return of the own organization: to be filled in, or as it was handed in. */
export function ReturnPage({ form, imports, personId }: ReturnPageProps) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  // Figures that came by a file stand in the form from then on.
  const taken = imports.filter(({ state }) => state === "done").length;
  const asked = form.events.findLast(({ kind }) => kind === "queried");
  const explanation =
    form.state === "submitted" || form.state === "resubmitted"
      ? "waiting"
      : form.state === "verified"
        ? "verified"
        : "locked";
  return (
    <ClientMessages namespaces={["return", "posting"]}>
      <PageHeader
        up={<TextLink href="/returns">{t("page.up")}</TextLink>}
        title={
          <>
            {formatPeriod(form.period, locale)} · <SheetName sheet={form.sheet} />
          </>
        }
        lead={t("page.due", { date: formatDate(form.dueAt, locale, "time") })}
        badges={<StateBadges state={form.state} late={form.late} version={form.version} />}
      />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        {form.state === "queried" && asked ? (
          <NoticeBox tone="warning" title={t("page.queried")}>
            <AskedLines text={asked.text} content={form} />
            <p>
              <a href="#findings" className="underline underline-offset-2">
                {t("page.answer")}
              </a>
            </p>
          </NoticeBox>
        ) : null}
        {form.needsReason ? <NoticeBox tone="warning">{t("page.overdue")}</NoticeBox> : null}
        {form.may.save && form.verifiedVersion !== null ? (
          <NoticeBox>{t("page.verifiedVersion", { version: form.verifiedVersion })}</NoticeBox>
        ) : null}
        {form.may.save ? null : (
          <NoticeBox tone={explanation === "waiting" ? "info" : "success"}>
            {t(`page.${explanation}`)}
          </NoticeBox>
        )}
      </div>
      {form.may.save ? (
        <>
          <ImportSection publicId={form.publicId} imports={imports} />
          <ReturnForm key={`${form.version} ${taken}`} form={form} personId={personId} />
        </>
      ) : (
        <>
          <Section id="figures" title={t("page.figures")}>
            <FigureTable content={form} />
            <BlankItems form={form} />
          </Section>
          <CorrectPanel publicId={form.publicId} version={form.version} />
        </>
      )}
      <EventList events={form.events} content={form} />
    </ClientMessages>
  );
}

/** Items of a sheet that were handed in without a figure. */
function BlankItems({ form }: Pick<ReturnPageProps, "form">) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const filled = new Set(form.figures.filter(({ raw }) => raw !== "").map(({ component }) => component));
  const blank = form.components.filter(({ code }) => !filled.has(code));
  if (blank.length === 0) return null;
  const names = blank.map(({ name }) => (locale === "en" ? name.en : name.zh));
  return (
    <p className="prose-measure mt-3 text-sm text-muted">
      {t("page.blank", { count: blank.length, names: names.join(locale === "en" ? ", " : "、") })}
    </p>
  );
}
