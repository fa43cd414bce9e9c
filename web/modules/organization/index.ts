export { organizationApi, type PostView, type UnitView } from './api'
