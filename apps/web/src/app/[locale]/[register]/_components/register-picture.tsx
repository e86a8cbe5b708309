import { type Locale, type RecordWords, recordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { AchievementPicture } from "#features/achievement/components/achievement-picture.tsx";
import { LinkBoard } from "#features/chain-health/components/link-board.tsx";
import { PlantPicture } from "#features/condition/components/plant-picture.tsx";
import { DepositMap } from "#features/deposit/components/deposit-map.tsx";
import { EventStrip } from "#features/event/components/event-strip.tsx";
import { CallBars } from "#features/fund/components/call-bars.tsx";
import { BarrierGrid } from "#features/governance/components/barrier-grid.tsx";
import { GapBars } from "#features/governance/components/gap-bars.tsx";
import { MatrixPicture } from "#features/governance/components/matrix-picture.tsx";
import { PolicyLanes } from "#features/governance/components/policy-lanes.tsx";
import { RoadmapLanes } from "#features/governance/components/roadmap-lanes.tsx";
import { WatchLanes } from "#features/governance/components/watch-lanes.tsx";
import { IncentiveBars } from "#features/incentive/components/incentive-bars.tsx";
import { LaboratoryAtlas } from "#features/laboratory/components/laboratory-atlas.tsx";
import type { Substance } from "#features/record/view.ts";
import { RecyclerPicture } from "#features/recycler/components/recycler-picture.tsx";
import { CoverageGrid } from "#features/standard/components/coverage-grid.tsx";
import { PlanBars } from "#features/supply/components/plan-bars.tsx";
import { ProjectMap } from "#features/supply/components/project-map.tsx";
import { RightFunnel } from "#features/supply/components/right-funnel.tsx";
import { RightMap } from "#features/supply/components/right-map.tsx";
import { ProgrammePicture } from "#features/talent/components/programme-picture.tsx";

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
      return <WatchLanes />;
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
      return (
        <>
          <RightMap words={words} locale={locale} asked={asked} />
          <RightFunnel words={words} locale={locale} asked={asked} />
        </>
      );
    case "protectedArea":
      // The areas with the blocks that they stand against.
      return <RightMap words={recordWords("miningRight", locale)} locale={locale} asked={{}} />;
    case "weakLink":
      return <LinkBoard words={words} />;
    case "importPlan":
      return <PlanBars locale={locale} />;
    case "laboratory":
      return <LaboratoryAtlas words={words} locale={locale} />;
    case "achievement":
      return <AchievementPicture words={words} locale={locale} />;
    case "exchangeEvent":
      return <EventStrip words={words} locale={locale} />;
    case "fundCall":
      return <CallBars locale={locale} />;
    case "programme":
      return <ProgrammePicture words={words} locale={locale} />;
    case "incentiveProgramme":
      return <IncentiveBars locale={locale} />;
    case "plant":
      return <PlantPicture on={on} locale={locale} />;
    default:
      return null;
  }
}
