import type { Locale, RecordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { DepositMap } from "#features/deposit/components/deposit-map.tsx";
import type { Substance } from "#features/record/view.ts";
import { RecyclerPicture } from "#features/recycler/components/recycler-picture.tsx";
import { CoverageGrid } from "#features/standard/components/coverage-grid.tsx";

export type RegisterPictureProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
  readonly substance: Substance | undefined;
};

/** The one picture that people come to a register for. A register without one shows its list at once. */
export function RegisterPicture({ register, words, locale, asked, substance }: RegisterPictureProps) {
  if (register.name === "deposit")
    return <DepositMap words={words} locale={locale} asked={asked} substance={substance} />;
  if (register.name === "standard") return <CoverageGrid words={words} locale={locale} />;
  if (register.name === "conformityClaim") return <RecyclerPicture />;
  return null;
}
