import { termsVersion } from "@lilink/model/identity";
import { testPassword } from "@lilink/services/testing";
import type { Sample } from "../expected.ts";

const passkey = { id: "a", rawId: "a", type: "public-key", response: {} };
const password = "nine brine lakes in the west";
const ofOffice = { scope: null, after: null, kind: "audit" };

/** People, sessions, factors, organizations, keys, notices and the three offices of the operator. */
export const accountSamples: Readonly<Record<string, Sample>> = {
  "account.find": { action: "account.manage", input: ({ people }) => ({ email: people.admin.member.email }) },
  "account.manage": {
    action: "account.manage",
    input: ({ viewerId }) => ({ publicId: viewerId, act: "endSessions", reason: "Asked for by telephone." }),
  },
  "emergency.list": { action: "emergency.open", input: () => ({}) },
  "emergency.open": {
    action: "emergency.open",
    input: ({ rival }) => ({
      organization: rival.publicId,
      reason: "The firm cannot reach its own postings.",
      minutes: 10,
    }),
  },
  "emergency.close": {
    action: "emergency.open",
    input: ({ emergency }) => ({ publicId: emergency.publicId }),
  },
  "emergency.postings": {
    action: "emergency.open",
    input: ({ emergency }) => ({ publicId: emergency.publicId }),
  },
  "emergency.read": {
    action: "emergency.open",
    input: ({ emergency, live }) => ({ publicId: emergency.publicId, posting: live.publicId }),
  },
  "quota.load": { action: "quota.read", input: () => ({}) },
  "system.load": { action: "system.read", input: () => ({}) },
  "factor.list": { action: "factor.manage", of: "ownPersons", input: () => ({}) },
  "factor.beginTotp": { action: "factor.manage", of: "ownPersons", input: () => ({ label: "Phone" }) },
  "factor.confirmTotp": {
    action: "factor.manage",
    of: "admins",
    or: "INVALID_INPUT",
    input: ({ unconfirmed }) => ({ id: unconfirmed, code: "000000" }),
  },
  "factor.beginPasskey": { action: "factor.manage", of: "ownPersons", input: () => ({}) },
  "factor.addPasskey": {
    action: "factor.manage",
    of: "ownPersons",
    or: "INVALID_INPUT",
    input: () => ({ label: "Key", passkey }),
  },
  "factor.remove": { action: "factor.manage", of: "admins", input: ({ factor }) => ({ id: factor }) },
  "factor.renewRecovery": { action: "factor.manage", of: "ownPersons", or: "WRONG_STATE", input: () => ({}) },
  "key.list": { action: "key.manage", of: "ownOrganizations", input: () => ({}) },
  "key.create": {
    action: "key.manage",
    of: "ownOrganizations",
    input: () => ({ name: "ERP", scopes: ["postings:read"] }),
  },
  "key.revoke": { action: "key.manage", of: "firms", input: ({ key }) => ({ publicId: key.publicId }) },
  "webhook.list": { action: "webhook.manage", of: "ownOrganizations", input: () => ({}) },
  "webhook.create": {
    action: "webhook.manage",
    of: "ownOrganizations",
    or: "INVALID_INPUT",
    input: () => ({ url: "https://[::1]/in" }),
  },
  "webhook.pause": {
    action: "webhook.manage",
    of: "firms",
    input: ({ webhook }) => ({ publicId: webhook, paused: true }),
  },
  "webhook.remove": {
    action: "webhook.manage",
    of: "firms",
    input: ({ webhook }) => ({ publicId: webhook }),
  },
  "webhook.replay": { action: "webhook.manage", of: "firms", input: ({ delivery }) => ({ id: delivery }) },
  "person.load": { action: "person.edit", of: "ownPersons", input: () => ({}) },
  "person.edit": {
    action: "person.edit",
    of: "ownPersons",
    input: () => ({ name: "Lin Yan", locale: "en", singleKeys: false }),
  },
  "person.changePassword": {
    action: "person.edit",
    of: "ownPersons",
    or: "INVALID_INPUT",
    slow: true,
    input: () => ({ current: testPassword, next: password }),
  },
  "person.register": {
    action: "person.register",
    slow: true,
    input: () => ({ email: "other@firm.example" }),
  },
  "person.loadRegistration": {
    action: "person.register",
    input: ({ registration }) => ({ token: registration }),
  },
  "person.confirm": {
    action: "person.register",
    slow: true,
    input: ({ registration }) => ({ token: registration, name: "New Comer", password, terms: termsVersion }),
  },
  "person.requestReset": {
    action: "person.register",
    input: ({ people }) => ({ email: people.editor.member.email }),
  },
  "person.loadReset": {
    action: "person.register",
    input: ({ reset }) => ({ token: reset }),
  },
  "person.resetPassword": {
    action: "person.register",
    slow: true,
    input: ({ reset }) => ({ token: reset, password }),
  },
  "invitation.load": { action: "person.register", input: ({ stranger }) => ({ token: stranger.token }) },
  "invitation.accept": {
    action: "invitation.accept",
    // It is bound to the address that it was sent to.
    only: ({ name }) => name === "person",
    input: ({ invited }) => ({ token: invited.token, terms: termsVersion }),
  },
  "invitation.join": {
    action: "person.register",
    slow: true,
    input: ({ stranger }) => ({ token: stranger.token, name: "Stranger", password, terms: termsVersion }),
  },
  "member.list": { action: "member.list", of: "ownOrganizations", input: () => ({}) },
  "member.invite": {
    action: "member.invite",
    of: "ownOrganizations",
    input: () => ({ email: "somebody@firm.example", role: "viewer" }),
  },
  "member.revokeInvitation": {
    action: "member.manage",
    of: "firms",
    input: ({ invited }) => ({ id: invited.id }),
  },
  "member.changeRole": {
    action: "member.manage",
    of: "firms",
    input: ({ viewerId }) => ({ person: viewerId, role: "editor" }),
  },
  "member.deactivate": {
    action: "member.manage",
    of: "firms",
    input: ({ viewerId }) => ({ person: viewerId }),
  },
  "member.reactivate": {
    action: "member.manage",
    of: "firms",
    or: "WRONG_STATE",
    input: ({ viewerId }) => ({ person: viewerId }),
  },
  "claim.list": { action: "organization.decide", input: () => ({}) },
  "claim.pace": { action: "organization.claim", input: () => ({}) },
  "claim.approve": { action: "organization.decide", input: ({ claimed }) => ({ publicId: claimed.claim }) },
  "claim.undo": {
    action: "organization.decide",
    or: "WRONG_STATE",
    input: ({ claimed }) => ({ publicId: claimed.claim }),
  },
  "claim.refuse": {
    action: "organization.decide",
    input: ({ claimed }) => ({ publicId: claimed.claim, reason: "The licence is not attached." }),
  },
  "organization.alike": { action: "organization.browse", input: () => ({ nameZh: "南岭", nameEn: null }) },
  "organization.list": { action: "organization.browse", input: () => ({}) },
  "organization.load": { action: "organization.browse", input: ({ firm }) => ({ publicId: firm.publicId }) },
  "organization.loadOwn": { action: "member.list", of: "ownOrganizations", input: () => ({}) },
  "organization.register": {
    action: "organization.register",
    input: ({ body, codes }) => ({ ...body, code: codes[0] }),
  },
  "organization.claim": {
    action: "organization.claim",
    input: ({ unclaimed, body, codes }) => ({
      publicId: unclaimed,
      codeScheme: "uscc",
      code: codes[0],
      statement: body.statement,
    }),
  },
  "organization.edit": {
    action: "organization.edit",
    of: "ownOrganizations",
    // A regulator keeps its province.
    or: "INVALID_INPUT",
    input: () => ({ province: "36", links: ["materials"], offers: [], needs: [] }),
  },
  "organization.setStatus": {
    action: "organization.decide",
    impartial: true,
    input: ({ rival }) => ({
      publicId: rival.publicId,
      status: "suspended",
      reason: "Its licence has ended.",
    }),
  },
  "organization.listGroups": { action: "organization.group", input: () => ({}) },
  "organization.createGroup": { action: "organization.group", input: () => ({ name: "Another family" }) },
  "organization.assignGroup": {
    action: "organization.group",
    impartial: true,
    input: ({ rival, family }) => ({ organization: rival.publicId, group: family }),
  },
  "viewer.load": { action: "organization.browse", input: () => ({}) },
  "desk.load": { action: "desk.read", input: () => ({}) },
  "desk.waiting": { action: "desk.read", input: () => ({}) },
  "live.events": { action: "session.read", input: () => ({}) },
  "notice.list": { action: "notice.read", of: "ownPersons", input: () => ({}) },
  "notice.countUnread": { action: "notice.read", of: "ownPersons", input: () => ({}) },
  "notice.read": { action: "notice.read", of: "admins", input: ({ noticeId }) => ({ id: noticeId }) },
  "notice.readOf": { action: "notice.read", of: "ownPersons", input: () => ({ path: "/desk" }) },
  "notice.readAll": { action: "notice.read", of: "ownPersons", input: () => ({}) },
  "notice.listChoices": { action: "notice.read", of: "ownPersons", input: () => ({}) },
  "notice.choose": { action: "notice.read", of: "ownPersons", input: () => ({ choice: {} }) },
  "session.list": { action: "session.read", input: () => ({}) },
  "session.close": { action: "session.read", input: () => ({}) },
  "session.askToConfirm": { action: "session.read", input: () => ({}) },
  "session.confirm": {
    action: "session.read",
    or: "INVALID_INPUT",
    slow: true,
    input: () => ({ password: testPassword }),
  },
  "session.revoke": { action: "session.read", of: "admins", input: ({ sessionId }) => ({ id: sessionId }) },
  "session.revokeOthers": { action: "session.read", input: () => ({}) },
  "session.switchOrganization": {
    action: "session.read",
    of: "firms",
    input: ({ firm }) => ({ publicId: firm.publicId }),
  },
  "export.note": { action: "export.read", input: () => ({ of: "posting" }) },
  "audit.list": { action: "audit.read", of: "ownOrganizations", input: () => ({}) },
  "audit.acts": { action: "audit.read", of: "ownOrganizations", input: () => ({}) },
  "audit.search": { action: "audit.search", input: () => ({}) },
  "audit.export": { action: "audit.export", input: () => ({}) },
  "audit.signed": { action: "audit.export", input: () => ({ entry: 1 }) },
  "audit.heads": { action: "audit.export", input: () => ({ scope: null }) },
  "audit.links": { action: "audit.export", input: () => ofOffice },
  "audit.checkpoints": { action: "audit.export", input: () => ({ after: 0 }) },
};
