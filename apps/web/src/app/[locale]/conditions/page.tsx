import { isLocale } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConditionsPage } from "#features/condition/components/conditions-page.tsx";
import { readBinding } from "#features/condition/queries.ts";
import { toAskedDay } from "#features/record/view.ts";
import { trades } from "#features/shell/view.ts";
import { findViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("condition"))("title") };
}

const one = (given: string | string[] | undefined) => (Array.isArray(given) ? given[0] : given);

export default async function BindingConditionsPage({ searchParams }: PageProps<"/[locale]/conditions">) {
  const [given, viewer, locale] = await Promise.all([searchParams, findViewer(), getLocale()]);
  const on = toAskedDay(given.on);
  return (
    <ConditionsPage
      binding={await readBinding()}
      on={on ?? toShanghaiDate(new Date())}
      keeps={viewer !== null && trades(viewer)}
      query={{ on, before: one(given.before), after: one(given.after) }}
      locale={isLocale(locale) ? locale : "en"}
    />
  );
}
