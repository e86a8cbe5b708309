"use client";

import { formatShare } from "@lilink/i18n";
import { baseCaseOf, runChain, stressLinks } from "@lilink/model/supply";
import { Button, Checkbox, cn, Field, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { OpenMeeting, StressBase } from "../queries.ts";
import { LinkStrips } from "./link-strips.tsx";
import { Slider } from "./slider.tsx";
import { type MapSource, SourceMap, type Spot } from "./source-map.tsx";

type Given = {
  readonly base: StressBase;
  readonly sources: Readonly<Record<string, { readonly name: string; readonly spot: Spot | null }>>;
  readonly land: string;
  readonly home: Spot;
  readonly meetings: readonly OpenMeeting[] | null;
};

/** Where nothing is known about stores: what many plants say that they hold. A proposal. */
const usualStore = { resource: 6, smelting: 4, materials: 3, products: 2 } as const;
/** The response starts in the fifth week and reaches its height by tenths. */
const response = { fromWeek: 5, steps: 10 } as const;

/** Cut sources, see at once who is short and when. The chain is counted in the browser, week by week. */
export function StressBench({ base, sources, land, home, meetings }: Given) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const all = useMemo(() => sumSources(base), [base]);
  const total = all.reduce((sum, { amount }) => sum + amount, 0);
  const [cuts, setCuts] = useState<Readonly<Record<string, number>>>({});
  const [duration, setDuration] = useState(26);
  const [weeks, setWeeks] = useState(52);
  const [rise, setRise] = useState(10);
  const [store, setStore] = useState<Readonly<Record<string, number>>>(usualStore);
  const [mined, setMined] = useState(String(Math.round(base.mined?.lce ?? 0)));
  const [recycled, setRecycled] = useState("0");
  const [recovery, setRecovery] = useState(90);
  const ask = useMemo(() => {
    const cut = Object.entries(cuts).filter(([, share]) => share > 0);
    const others = all.map(({ source }) => source).filter((source) => !cut.some(([one]) => one === source));
    return {
      mined: toAmount(mined),
      recycled: toAmount(recycled),
      recovery: recovery / 100,
      stockWeeks: {
        resource: store.resource ?? 0,
        smelting: store.smelting ?? 0,
        materials: store.materials ?? 0,
        products: store.products ?? 0,
      },
      shocks: cut.map(([source, share]) => ({ source, cut: share, fromWeek: 1, weeks: duration })),
      responses:
        rise > 0 && others.length > 0
          ? [
              {
                sources: others,
                rise: rise / 100,
                ramp: rise / 100 / response.steps,
                fromWeek: response.fromWeek,
              },
            ]
          : [],
      weeks,
    };
  }, [all, cuts, duration, mined, recovery, recycled, rise, store, weeks]);
  const results = useMemo(() => {
    const { shocks, responses, weeks: horizon, ...assumed } = ask;
    return runChain({ ...baseCaseOf(base, assumed), shocks, responses, weeks: horizon });
  }, [ask, base]);
  const turn = (source: string) => setCuts((now) => ({ ...now, [source]: (now[source] ?? 0) > 0 ? 0 : 1 }));
  const shown = all.flatMap(({ source, amount }): MapSource[] => {
    const found = sources[source];
    return found?.spot
      ? [{ source, name: found.name, spot: found.spot, share: amount / total, cut: cuts[source] ?? 0 }]
      : [];
  });
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <SourceMap sources={shown} land={land} home={home} onTurn={turn} />
        <fieldset className="min-w-0">
          <legend className="mb-2 font-medium">{t("sources")}</legend>
          <ul className="hairline-list border-y border-line">
            {all.slice(0, 8).map(({ source, amount }) => {
              const name = sources[source]?.name ?? source;
              const cut = cuts[source] ?? 0;
              return (
                <li key={source} className="flex items-center gap-3">
                  <Checkbox
                    id={`cut-${source}`}
                    checked={cut > 0}
                    onChange={() => turn(source)}
                    className="w-36 min-w-0"
                    label={name}
                  />
                  <span className="w-14 text-right text-sm whitespace-nowrap text-muted tabular-nums">
                    {formatShare(amount / total, locale, 1)}
                  </span>
                  <input
                    type="range"
                    min={0}
                    max={100}
                    step={5}
                    value={Math.round(cut * 100)}
                    aria-label={t("cut", { source: name })}
                    aria-valuetext={t("cutValue", { cut: formatShare(cut, locale) })}
                    onChange={({ target }) =>
                      setCuts((now) => ({ ...now, [source]: Number(target.value) / 100 }))
                    }
                    className={cn(
                      "min-w-0 grow",
                      cut > 0 ? "accent-[var(--color-danger)]" : "accent-[var(--color-ink)]",
                    )}
                  />
                  <span className="w-14 text-right text-sm whitespace-nowrap tabular-nums">
                    {cut > 0 ? `−${formatShare(cut, locale)}` : ""}
                  </span>
                </li>
              );
            })}
          </ul>
        </fieldset>
      </div>
      <LinkStrips results={results} weeks={weeks} />
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Slider label={t("duration")} value={duration} min={1} max={104} onChange={setDuration} />
        <Slider label={t("horizon")} value={weeks} min={12} max={104} onChange={setWeeks} />
        <Slider
          label={t("response")}
          help={t("responseHelp")}
          value={rise}
          min={0}
          max={100}
          step={5}
          unit="%"
          onChange={setRise}
        />
      </div>
      <details>
        <summary className="cursor-pointer font-medium">{t("assumptions")}</summary>
        <p className="prose-measure mt-2 mb-4 text-sm text-muted">{t("assumed")}</p>
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
          {stressLinks.map((link) => (
            <Slider
              key={link}
              label={t("store", { link: t(`links.${link}`) })}
              value={store[link] ?? 0}
              min={0}
              max={52}
              onChange={(value) => setStore((now) => ({ ...now, [link]: value }))}
            />
          ))}
          <Field
            id="mined"
            label={t("mined")}
            help={
              base.mined
                ? t("minedFrom", { year: String(base.mined.year), source: base.mined.source })
                : t("minedNone")
            }
          >
            {(aria) => (
              <TextInput
                {...aria}
                inputMode="numeric"
                value={mined}
                onChange={({ target }) => setMined(target.value)}
              />
            )}
          </Field>
          <Field id="recycled" label={t("recycled")}>
            {(aria) => (
              <TextInput
                {...aria}
                inputMode="numeric"
                value={recycled}
                onChange={({ target }) => setRecycled(target.value)}
              />
            )}
          </Field>
          <Slider label={t("recovery")} value={recovery} min={50} max={100} unit="%" onChange={setRecovery} />
        </div>
      </details>
      {meetings ? <KeepForm ask={ask} meetings={meetings} /> : null}
    </div>
  );
}

type Ask = Parameters<ReturnType<typeof useTRPCClient>["supply"]["keepScenario"]["mutate"]>[0]["ask"];

function KeepForm({ ask, meetings }: { readonly ask: Ask; readonly meetings: readonly OpenMeeting[] }) {
  const t = useTranslations("supply");
  const client = useTRPCClient();
  const [name, setName] = useState("");
  const [meeting, setMeeting] = useState("");
  const { pending, failures, act } = useAct({ name: t("keepName") });
  return (
    <StateForm
      className="no-print flex flex-wrap items-end gap-3"
      onSend={() => {
        void act(
          () => client.supply.keepScenario.mutate({ name, ask, ...(meeting && { meeting }) }),
          t("kept"),
        ).then((done) => done && setName(""));
      }}
    >
      <Field id="keep-name" label={t("keepName")} error={failures.name} required className="w-full max-w-sm">
        {(aria) => <TextInput {...aria} value={name} onChange={({ target }) => setName(target.value)} />}
      </Field>
      {meetings.length > 0 ? (
        <Field id="keep-meeting" label={t("forMeeting")} className="w-full max-w-xs">
          {(aria) => (
            <Select
              {...aria}
              value={meeting}
              onChange={({ target }) => setMeeting(target.value)}
              placeholder={t("noMeeting")}
              options={meetings.map(({ publicId, title }) => ({ value: publicId, label: title }))}
            />
          )}
        </Field>
      ) : null}
      <Button type="submit" pending={pending}>
        {t("keep")}
      </Button>
    </StateForm>
  );
}

/** What cannot be read counts as nothing; the field keeps it. */
function toAmount(text: string): number {
  const value = Number(text.replaceAll(/[,\s]/g, ""));
  return Number.isFinite(value) && value > 0 ? value : 0;
}

/** Ore and salts of one country together, the largest first. */
function sumSources({
  ore,
  salt,
}: StressBase): readonly { readonly source: string; readonly amount: number }[] {
  const codes = new Set([...Object.keys(ore.imports), ...Object.keys(salt.imports)]);
  return [...codes]
    .map((source) => ({ source, amount: (ore.imports[source] ?? 0) + (salt.imports[source] ?? 0) }))
    .sort((a, b) => b.amount - a.amount);
}
