import { formatDate, type Locale } from "@lilink/i18n";
import { Button, EmptyState, Field, PageHeader, Section, TextInput } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { ownText } from "#features/record/view.ts";
import { type Binding, pathOf } from "../queries.ts";
import { JudgedKind } from "./judged-kind.tsx";
import { OwnRibbons } from "./own-ribbons.tsx";
import { SetDifference } from "./set-difference.tsx";
import { SetList } from "./set-list.tsx";

type ConditionsPageProps = {
  readonly binding: Binding;
  /** Whether the reader's body keeps plants. */
  readonly keeps: boolean;
  /** The day that is looked at. */
  readonly on: string;
  readonly query: {
    readonly on: string | undefined;
    readonly before: string | undefined;
    readonly after: string | undefined;
  };
  readonly locale: Locale;
};

/** Which conditions bind on a day, whether the reader's plants meet them, and what changed between two texts. */
export async function ConditionsPage({ binding, keeps, on, query, locale }: ConditionsPageProps) {
  const t = await getTranslations("condition");
  const { plants } = binding;
  return (
    <ClientMessages namespaces={["condition"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          keeps && plants.length > 0 ? <ButtonLink href="/plants/new">{t("addPlant")}</ButtonLink> : null
        }
      />
      {keeps ? (
        <Section id="own" title={t("own")}>
          {plants.length === 0 ? (
            <EmptyState
              title={t("noPlants")}
              body={t("noPlantsLead")}
              action={<ButtonLink href="/plants/new">{t("addPlant")}</ButtonLink>}
            />
          ) : (
            <OwnRibbons binding={binding} on={on} locale={locale} />
          )}
          {plants.map((plant) => (
            <Section
              key={plant.publicId}
              id={`plant-${plant.publicId}`}
              title={ownText(plant.site, locale)}
              action={<TextLink href={pathOf(plant)}>{t("toPlant")}</TextLink>}
              fold={plant.bindings.length}
            >
              {plant.bindings.map(({ kind }) => (
                <JudgedKind key={kind} {...{ kind, plant, binding, on, locale }} />
              ))}
            </Section>
          ))}
        </Section>
      ) : null}
      <Section id="sets" title={t("setsOn", { date: formatDate(on, locale) })}>
        <form method="get" className="mb-4 flex items-end gap-2">
          {[query.before, query.after].map((id, at) =>
            id === undefined ? null : (
              <input
                key={at === 0 ? "before" : "after"}
                type="hidden"
                name={at === 0 ? "before" : "after"}
                value={id}
              />
            ),
          )}
          <Field id="conditions-day" label={t("day")}>
            {(aria) => <TextInput {...aria} type="date" name="on" defaultValue={on} required />}
          </Field>
          <Button type="submit">{t("showDay")}</Button>
        </form>
        <SetList binding={binding} on={on} locale={locale} />
      </Section>
      <Section id="difference" title={t("difference")}>
        <SetDifference {...query} locale={locale} />
      </Section>
    </ClientMessages>
  );
}
