export * from "./client.js";
export * from "./facts.js";
