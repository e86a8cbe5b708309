import { useTranslations } from "next-intl";

const keys = { search: "Ctrl K / ⌘ K", approve: "A", sendBack: "R" } as const;

/** Every key that the exchange listens to, and what it does. */
export function KeyHelp() {
  const t = useTranslations("settings.keyHelp");
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard" className="mb-2 text-lg">
        {t("title")}
      </h2>
      <dl className="hairline-list border-y border-line">
        {Object.entries(keys).map(([name, key]) => (
          <div key={name} className="flex gap-4 py-2">
            <dt className="w-28 shrink-0">
              <kbd className="rounded-sm border border-edge px-1.5 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{t(name as keyof typeof keys)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
