import { describe, expect, it } from "vitest";
import { listOperations } from "./list-operations.ts";

describe("the operations", () => {
  it("[RE1] are as programs know them: method, path, name, scope, whether visitors may call, status", () => {
    const told = listOperations().map(({ method, path, name, scope, open, status }) =>
      [method, path, name, scope ?? "-", ...(open ? ["open"] : []), status].join(" "),
    );
    expect(told.toSorted()).toEqual([
      "DELETE /postings/{publicId}/draft posting.discardDraft postings:write 200",
      "GET /concept-counts chain.overview - open 200",
      "GET /concepts chain.list - open 200",
      "GET /concepts/{concept} chain.concept - open 200",
      "GET /deposits deposit.list registers:read open 200",
      "GET /deposits/{publicId} deposit.load registers:read open 200",
      "GET /figures release.latest goals:read open 200",
      "GET /goals goal.list goals:read open 200",
      "GET /goals/{id} goal.load goals:read open 200",
      "GET /indicators/{id} goal.indicator goals:read open 200",
      "GET /introductions introduction.list introductions:read 200",
      "GET /introductions/{publicId} introduction.load introductions:read 200",
      "GET /organizations organization.list organizations:read open 200",
      "GET /organizations/{publicId} organization.load organizations:read open 200",
      "GET /own/postings posting.listOwn postings:read 200",
      "GET /postings search.postings postings:read open 200",
      "GET /postings/{publicId} posting.load postings:read open 200",
      "GET /postings/{publicId}/draft posting.loadDraft postings:read 200",
      "GET /postings/{publicId}/matches match.list matches:read 200",
      "GET /postings/{publicId}/suggestions match.suggest matches:read 200",
      "GET /postings/{publicId}/team team.find matches:read 200",
      "GET /postings/{publicId}/why-not match.explain matches:read 200",
      "GET /releases release.list goals:read open 200",
      "GET /releases/{publicId} release.load goals:read open 200",
      "GET /releases/{publicId}/figures release.figures goals:read open 200",
      "GET /returns return.list returns:read 200",
      "GET /returns/{publicId} return.load returns:read 200",
      "GET /returns/{publicId}/figures return.listFigures returns:read 200",
      "GET /standards standard.list registers:read open 200",
      "GET /standards/{publicId} standard.load registers:read open 200",
      "GET /watch-items watchItem.list registers:read 200",
      "GET /watch-items/{publicId} watchItem.load registers:read 200",
      "POST /introductions introduction.ask introductions:write 201",
      "POST /introductions/{publicId}/accept introduction.accept introductions:write 200",
      "POST /introductions/{publicId}/decline introduction.decline introductions:write 200",
      "POST /introductions/{publicId}/withdraw introduction.withdraw introductions:write 200",
      "POST /postings posting.create postings:write 201",
      "POST /postings/{publicId}/close posting.close postings:write 200",
      "POST /postings/{publicId}/renew posting.renew postings:write 200",
      "POST /postings/{publicId}/reopen posting.reopen postings:write 200",
      "POST /postings/{publicId}/submit posting.submit postings:write 200",
      "POST /postings/{publicId}/withdraw posting.withdraw postings:write 200",
      "POST /returns/{publicId}/correct return.correct returns:write 200",
      "POST /returns/{publicId}/submit return.submit returns:write 200",
      "PUT /postings/{publicId}/draft posting.saveDraft postings:write 200",
      "PUT /returns/{publicId}/explanations return.saveExplanation returns:write 200",
      "PUT /returns/{publicId}/values return.saveValues returns:write 200",
    ]);
  });
});
