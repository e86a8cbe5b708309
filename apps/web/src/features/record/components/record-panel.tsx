import type { Locale, RecordWords } from "@lilink/i18n";
import { isDutyNear, type Register } from "@lilink/model/register";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoutedLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { RecordView } from "../queries.ts";
import { type Substance, titleOf } from "../view.ts";
import { DueMark } from "./due-mark.tsx";
import { PanelKeys } from "./panel-keys.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { RecordLife } from "./record-life.tsx";
import { RecordSources } from "./record-sources.tsx";
import { StateBadge } from "./state-badge.tsx";
import { StepButtons } from "./step-buttons.tsx";

export type RecordPanelProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly record: RecordView;
  readonly substance?: Substance | undefined;
  readonly now: Date;
  /** Where a record that everybody reads stands by its days, in place of its state. */
  readonly phase?: ReactNode;
  /** The list's records in their order. */
  readonly order: readonly string[];
  /** The address of the list with another record beside it, or with none. */
  readonly toHref: (record: string | null) => {
    readonly pathname: string;
    readonly query: Record<string, string>;
  };
};

/** A record beside its list: what it holds, where that comes from, what happened and what comes next. */
export function RecordPanel({
  register,
  words,
  locale,
  record,
  substance,
  now,
  phase,
  order,
  toHref,
}: RecordPanelProps) {
  const t = useTranslations("register");
  const { publicId, shown } = record;
  const { own, other } = titleOf(register, shown.values, locale);
  const near = record.duty && isDutyNear(record.duty.dueAt, now) ? record.duty : null;
  const at = order.indexOf(publicId);
  const [before, after] = [at > 0 ? order[at - 1] : undefined, at >= 0 ? order[at + 1] : undefined];
  return (
    <ClientMessages namespaces={["register", "posting"]}>
      <aside
        aria-labelledby="panel-title"
        className="no-print mb-8 border-line max-xl:border-b max-xl:pb-6 xl:sticky xl:top-14 xl:max-h-[calc(100vh-3.5rem)] xl:overflow-y-auto xl:border-l xl:pt-2 xl:pl-5"
      >
        <PanelKeys key={publicId} />
        <div className="mb-3 flex items-center gap-2 text-sm text-muted">
          <span className="grow">{at >= 0 ? t("panel.place", { at: at + 1, of: order.length }) : null}</span>
          {before ? (
            <PanelKey name="k" sign="↑" letter="K" label={t("panel.before")} href={toHref(before)} />
          ) : null}
          {after ? (
            <PanelKey name="j" sign="↓" letter="J" label={t("panel.after")} href={toHref(after)} />
          ) : null}
          <PanelKey name="Escape" sign="×" label={t("panel.close")} href={toHref(null)} />
        </div>
        <h2 id="panel-title" className="scroll-mt-32 text-lg leading-snug font-semibold">
          <OwnWords>{own || t("list.untitled")}</OwnWords>
        </h2>
        {other ? (
          <p className="mt-1 text-sm text-muted">
            <OwnWords>{other}</OwnWords>
          </p>
        ) : null}
        <p className="mt-2 flex flex-wrap items-center gap-3">
          {phase ?? <StateBadge register={register} words={words} state={record.state} />}
          {near ? (
            <DueMark what={words.duty(near.kind)} dueAt={near.dueAt} now={now} locale={locale} />
          ) : null}
          <TextLink className="text-sm" href={`/${register.rest.path}/${publicId}`}>
            {t("panel.page")}
          </TextLink>
          {record.mayEdit ? (
            <TextLink className="text-sm" href={`/${register.rest.path}/${publicId}/edit`}>
              {t("edit")}
            </TextLink>
          ) : null}
        </p>
        {record.steps.length > 0 ? (
          <div className="mt-4 flex flex-wrap gap-2">
            <StepButtons
              key={`${publicId} ${record.revision}`}
              register={register.name}
              publicId={publicId}
              revision={record.revision}
              state={record.state}
              steps={record.steps}
              hasDuty={near !== null}
            />
          </div>
        ) : null}
        <PanelPart title={t("life")}>
          <RecordLife words={words} locale={locale} record={record} />
        </PanelPart>
        <PanelPart title={t("facts")}>
          <RecordFacts
            register={register}
            words={words}
            locale={locale}
            shown={shown}
            substance={substance}
            brief
          />
        </PanelPart>
        <PanelPart title={t("sources")}>
          <RecordSources sources={shown.sources} locale={locale} />
        </PanelPart>
      </aside>
    </ClientMessages>
  );
}

/** A link that a key of the keyboard follows as well. */
function PanelKey({
  name,
  sign,
  letter,
  label,
  href,
}: {
  readonly name: string;
  readonly sign: string;
  /** The key, for who has one. */
  readonly letter?: string;
  readonly label: string;
  readonly href: ReturnType<RecordPanelProps["toHref"]>;
}) {
  return (
    <RoutedLink
      data-panel-key={name}
      scroll={false}
      className="inline-flex size-8 items-center justify-center rounded-md border border-line no-underline hover:border-edge"
      aria-label={label}
      href={href}
    >
      <span aria-hidden>
        {letter ? <span className="pointer-coarse:hidden max-sm:hidden">{letter} </span> : null}
        {sign}
      </span>
    </RoutedLink>
  );
}

function PanelPart({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
