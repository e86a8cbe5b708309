import type { Locale } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { readBinding } from "../queries.ts";
import { OwnRibbons } from "./own-ribbons.tsx";

/** Above the list of plants: what binds the reader's own, and the way to the conditions themselves. */
export async function PlantPicture({
  on,
  locale,
}: {
  readonly on: string | undefined;
  readonly locale: Locale;
}) {
  const [t, binding] = await Promise.all([getTranslations("condition"), readBinding()]);
  return (
    <div className="mb-8">
      {binding.plants.length > 0 ? (
        <ClientMessages namespaces={["condition"]}>
          <OwnRibbons binding={binding} on={on ?? toShanghaiDate(new Date())} locale={locale} />
        </ClientMessages>
      ) : null}
      <TextLink href="/conditions">{t("toConditions")}</TextLink>
    </div>
  );
}
