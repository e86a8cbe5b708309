import type { Locale, RecordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { DepositMap } from "#features/deposit/components/deposit-map.tsx";
import { BarrierGrid } from "#features/governance/components/barrier-grid.tsx";
import { GapBars } from "#features/governance/components/gap-bars.tsx";
import { MatrixPicture } from "#features/governance/components/matrix-picture.tsx";
import { PolicyLanes } from "#features/governance/components/policy-lanes.tsx";
import { RoadmapLanes } from "#features/governance/components/roadmap-lanes.tsx";
import { WatchLinks } from "#features/governance/components/watch-links.tsx";
import type { Substance } from "#features/record/view.ts";
import { RecyclerPicture } from "#features/recycler/components/recycler-picture.tsx";
import { CoverageGrid } from "#features/standard/components/coverage-grid.tsx";
import { PlanBars } from "#features/supply/components/plan-bars.tsx";
import { ProjectMap } from "#features/supply/components/project-map.tsx";
import { RightFunnel } from "#features/supply/components/right-funnel.tsx";

export type RegisterPictureProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
  readonly substance: Substance | undefined;
  /** The day that the address asks about, if any. */
  readonly on: string | undefined;
};

/** The one picture that people come to a register for. A register without one shows its list at once. */
export function RegisterPicture({ register, words, locale, asked, substance, on }: RegisterPictureProps) {
  switch (register.name) {
    case "deposit":
      return <DepositMap words={words} locale={locale} asked={asked} substance={substance} />;
    case "standard":
      return <CoverageGrid words={words} locale={locale} />;
    case "conformityClaim":
      return <RecyclerPicture />;
    case "publicPolicy":
      return <PolicyLanes on={on} />;
    case "watchItem":
      return <WatchLinks />;
    case "patent":
      return <BarrierGrid words={words} />;
    case "roadmapItem":
      return <RoadmapLanes words={words} />;
    case "gapRecord":
      return <GapBars words={words} />;
    case "seat":
    case "keyPlatform":
    case "chainConstraint":
      return <MatrixPicture name={register.name} words={words} />;
    case "overseasProject":
      return <ProjectMap words={words} locale={locale} />;
    case "miningRight":
      return <RightFunnel words={words} locale={locale} />;
    case "importPlan":
      return <PlanBars words={words} locale={locale} />;
    default:
      return null;
  }
}
