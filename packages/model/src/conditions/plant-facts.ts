import type { Facts } from "@lilink/engine/dated-rules";
import { type FactMap, factsBy } from "./stated-facts.ts";

/** What a plant states of the conditions. */
export const plantFacts: FactMap = {
  shares: {
    lithiumYield: "Li_yield",
    utilization: "output_over_capacity_last_year",
    automation: "automatic_control",
    waterReuse: "process_water_reuse",
    residueUse: "residue_use",
    greenPower: "green_power",
    researchShare: "rd_share_of_revenue",
  },
  amounts: {
    energy: { fact: "energy_kgce_per_t_LCE", unit: "kgce/t LCE" },
    capability: { fact: "process_capability", unit: "Cpk" },
    soda: { fact: "soda_t_per_t_LCE", unit: "t/t LCE" },
    ternaryCell: { fact: "ternary_cell_Wh_kg", unit: "Wh/kg" },
    ternaryPack: { fact: "ternary_pack_Wh_kg", unit: "Wh/kg" },
    ironCell: { fact: "LFP_cell_Wh_kg", unit: "Wh/kg" },
    ironPack: { fact: "LFP_pack_Wh_kg", unit: "Wh/kg" },
    powerDensity: { fact: "power_cell_W_kg", unit: "W/kg" },
  },
  plain: {
    maturity: "maturity_level",
    cellCycles: "cell_cycles_at_80pct",
    packCycles: "pack_cycles_at_80pct",
    sodaRoute: "soda_precipitation",
    makesTernary: "makes_ternary",
    makesIron: "makes_LFP",
  },
};

/** @example factsOfPlant({ lithiumYield: { value: "88", unit: "%" }, maturity: 3 }) // { Li_yield: "0.88", maturity_level: 3 } */
export const factsOfPlant = (values: Readonly<Record<string, unknown>>): Facts => factsBy(plantFacts, values);
