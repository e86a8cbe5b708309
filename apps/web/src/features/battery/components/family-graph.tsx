import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

type FamilyGraphProps = {
  readonly code: string;
  readonly from: readonly string[];
  readonly into: readonly string[];
};

const most = 12;

/** What a battery came from and what came of it, left to right; on a phone from top to bottom. */
export function FamilyGraph({ code, from, into }: FamilyGraphProps) {
  const t = useTranslations("battery.life.family");
  return (
    <div className="grid items-center gap-2 lg:grid-cols-[1fr_auto_1fr_auto_1fr]">
      <Codes label={t("from")} codes={from} none={t("noFrom")} />
      <Arrow />
      <p className="border-2 border-recycling p-2 text-center font-mono text-xs font-semibold break-all">
        {code}
      </p>
      <Arrow />
      <Codes label={t("into")} codes={into} none={t("noInto")} />
    </div>
  );
}

function Arrow() {
  return (
    <span aria-hidden className="justify-self-center text-xl text-muted max-lg:rotate-90">
      →
    </span>
  );
}

function Codes({
  label,
  codes,
  none,
}: {
  readonly label: string;
  readonly codes: readonly string[];
  readonly none: string;
}) {
  const t = useTranslations("battery.life.family");
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-sm font-medium text-muted">{label}</h3>
      {codes.length === 0 ? (
        <p className="text-sm">{none}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {codes.slice(0, most).map((one) => (
            <li key={one} className="border border-line px-2 py-1">
              <TextLink href={`/batteries/${one}`} className="font-mono text-xs break-all">
                {one}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {codes.length > most ? (
        <p className="mt-1 text-sm text-muted">{t("more", { count: codes.length - most })}</p>
      ) : null}
    </div>
  );
}
