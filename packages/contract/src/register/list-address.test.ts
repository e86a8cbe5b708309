import { listRegisters } from "@lilink/model/register";
import { expect, it } from "vitest";
import { toListAddress } from "./list-address.ts";

it.each(listRegisters().map((register) => [register.name, register] as const))(
  "[SE6] equal views of %s have equal addresses, without page, open record and what is garbled",
  (_name, register) => {
    const [title = "", column = ""] = register.list;
    const facet = register.facets[0] ?? "";
    const given = [`${facet}=b`, `sort=-${title}`, "q=a b", "own=true", `columns=${column}`, `${facet}=a`];
    const noise = ["cursor=x", "record=abcdefgh", "open=maybe", "limit=5", "ids=abcdefgh", "unit=<b>"];
    const address = toListAddress(register, [...noise, ...given].join("&"));
    expect(toListAddress(register, [...given, ...noise].toReversed().join("&"))).toBe(address);
    expect(toListAddress(register, address)).toBe(address);
    expect(Object.fromEntries(new URLSearchParams(address))).toEqual({
      columns: column,
      own: "true",
      q: "a b",
      sort: `-${title}`,
      [facet]: "b",
    });
    expect(new URLSearchParams(address).getAll(facet)).toEqual(["a", "b"]);
  },
);
