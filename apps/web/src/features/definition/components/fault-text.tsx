import type { DefinitionFault } from "@lilink/model/goals/definition";
import { useTranslations } from "next-intl";

/** The words of the first fault at a path, or nothing. */
export function useFaultText(faults: readonly DefinitionFault[]) {
  const t = useTranslations("definition.fault");
  return (path: string): string | undefined => {
    const fault = faults.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    if (!fault) return;
    const { name = "", sign = "" } = fault.params ?? {};
    return t(fault.rule, { name, sign, at: (fault.at ?? 0) + 1 });
  };
}
