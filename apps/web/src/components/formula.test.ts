import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Formula } from "./formula.tsx";

it("sets the counts of a formula low and leaves names, factors and amounts as they are", () => {
  const shown = (text: string) =>
    renderToStaticMarkup(Formula({ text })).replaceAll(/<sub>(.*?)<\/sub>/g, "_$1");
  expect(shown("Li2CO3")).toBe("Li_2CO_3");
  expect(shown("CoSO4·7H2O")).toBe("CoSO_4·7H_2O");
  expect(shown("Li1.3Al0.3Ti1.7(PO4)3")).toBe("Li_1.3Al_0.3Ti_1.7(PO_4)_3");
  expect(shown("1.434 t Na2CO3 / t Li2CO3")).toBe("1.434 t Na_2CO_3 / t Li_2CO_3");
  expect(shown("NCM811")).toBe("NCM811");
});
