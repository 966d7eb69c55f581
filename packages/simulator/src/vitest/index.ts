export { createSimulatorTest, test, type SimulatorFixture } from './simulator-test.ts'
