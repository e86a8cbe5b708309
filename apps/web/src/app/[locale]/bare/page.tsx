import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { runtime } from "#lib/runtime.ts";
import { findViewer } from "#lib/session.ts";

/** What any page costs before it shows anything; load tests measure the others against it. */
export default async function BarePage() {
  if (!runtime().config.bare) notFound();
  const [t, viewer] = await Promise.all([getTranslations("common.brand"), findViewer()]);
  return (
    <h1>
      {t("name")} {viewer?.name}
    </h1>
  );
}
