import { type Locale, recordWords } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { nameOf } from "#features/chain/view.ts";
import { asLabel } from "#features/posting/view.ts";
import { placeOn, type Ruler, type RulerDot, showRange, toBars } from "../view.ts";

/** How many deposits are named beside the picture; the table holds all. */
const named = 8;
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** Deposits as dots on a scale of one figure, and under it each technique with what suits it and what it can still do; the same as two tables. [DE2] */
export function TechniqueRuler({
  ruler,
  dots,
  locale,
}: {
  readonly ruler: Ruler;
  readonly dots: readonly RulerDot[];
  readonly locale: Locale;
}) {
  const t = useTranslations("supply.deposit");
  const own = dots.filter(({ isOwn }) => isOwn);
  const shown = dots.length <= named ? dots : own.slice(0, named);
  const words = recordWords("deposit", locale);
  const typesText = (types: readonly string[]) => {
    // The name alone, without what specifies it.
    const named = types.map((type) => words.choice("type", type).split(/[,（]/)[0] ?? "");
    return t("forTypes", {
      types: locale === "en" ? named.join(", ").toLowerCase() : named.join("、"),
    });
  };
  const bars = toBars(ruler).map((bar) => {
    const found = findConcept(bar.concept);
    return { ...bar, name: found ? asLabel(nameOf(found, locale), locale) : bar.concept };
  });
  return (
    <div>
      <Row label={<span className="text-muted">{t("deposits", { count: dots.length })}</span>}>
        <span aria-hidden className="relative block h-9">
          {dots.map(({ publicId, known, at, isOwn, name }) => (
            <span
              key={publicId}
              title={`${name}: ${showRange(known, locale)}`}
              className={`absolute -translate-x-1/2 ${isOwn ? "top-1 size-3 bg-resource" : "top-5 size-2.5 rounded-full border border-edge bg-ground"}`}
              style={{ left: percent(at) }}
            />
          ))}
        </span>
      </Row>
      <Row label={null}>
        <span aria-hidden className="relative block h-6 border-t border-edge">
          {ruler.marks.map((mark) => (
            <span
              key={mark}
              className="absolute top-1 -translate-x-1/2 text-xs text-muted tabular-nums"
              style={{ left: percent(placeOn(ruler, mark)) }}
            >
              {showRange([mark, mark], locale)}
            </span>
          ))}
        </span>
      </Row>
      {bars.map(({ concept, name, types, fit, possible }) => (
        <Row
          key={concept}
          label={
            <>
              <TextLink href={`/chain/${concept}`}>{name}</TextLink>
              {types.length > 0 ? (
                <span className="block text-xs text-muted max-sm:ml-2 max-sm:inline">{typesText(types)}</span>
              ) : null}
            </>
          }
        >
          <span aria-hidden className="relative block h-4 bg-sunken">
            <span
              className="absolute inset-y-0 border-y border-edge"
              style={{ left: percent(possible[0]), right: percent(1 - possible[1]) }}
            />
            <span
              className="absolute inset-y-0 bg-chain"
              style={{ left: percent(fit[0]), right: percent(1 - fit[1]) }}
            />
          </span>
        </Row>
      ))}
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        <Key className="size-3 bg-resource">{t("own")}</Key>
        <Key className="size-2.5 rounded-full border border-edge bg-ground">{t("others")}</Key>
        <Key className="h-3 w-6 bg-chain">{t("fit.fit")}</Key>
        <Key className="h-3 w-6 border-y border-edge bg-sunken">{t("fit.possible")}</Key>
      </p>
      <p className="mt-2 text-sm">
        {shown.map(({ publicId, name, known }, at) => (
          <span key={publicId}>
            {at === 0 ? "" : locale === "en" ? ", " : "、"}
            <TextLink href={`/deposits/${publicId}`}>{name}</TextLink>{" "}
            <span className="tabular-nums">{showRange(known, locale)}</span>
          </span>
        ))}
      </p>
      <details className="mt-2">
        <summary className="w-fit text-muted">{t("asTable")}</summary>
        <DataTable
          caption={t("techniques")}
          rows={bars}
          rowKey={({ concept }) => concept}
          columns={[
            { key: "technique", label: t("technique"), lead: true, cell: ({ name }) => name },
            {
              key: "types",
              label: t("type"),
              cell: ({ types }) => (types.length > 0 ? typesText(types) : ""),
            },
            { key: "fit", label: t("fit.fit"), align: "end", cell: ({ suits }) => showRange(suits, locale) },
            { key: "can", label: t("fit.possible"), align: "end", cell: ({ can }) => showRange(can, locale) },
          ]}
        />
        <DataTable
          caption={t("deposits", { count: dots.length })}
          rows={dots}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              key: "name",
              label: t("name"),
              lead: true,
              cell: ({ publicId, name }) => <TextLink href={`/deposits/${publicId}`}>{name}</TextLink>,
            },
            { key: "known", label: t("figure"), align: "end", cell: ({ known }) => showRange(known, locale) },
          ]}
        />
      </details>
    </div>
  );
}

function Row({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 py-1 text-sm sm:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="leading-tight sm:text-end">{label}</div>
      <div className="px-3">{children}</div>
    </div>
  );
}

function Key({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`inline-block ${className}`} />
      {children}
    </span>
  );
}
