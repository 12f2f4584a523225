"""Every address of the plugin, and who may not come in.

The controller is asked which methods of the plugin answer requests. Those of forms (doFill, doCheck) are tried as they
are found; the others stand in a table here, and one that the table does not name is an error.
"""
import json

# What somebody without permission must never read: of the sample plan, its servers, and stored credentials.
NAMES = ["Three-Tier-Shop", "shop-db-1", "Shop-Database", "DR-PromoteDatabase", "s-0a11ce00000000d01", "drs-acceptance-key"]

ASK = r"""
import java.lang.reflect.Modifier
def type = io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration
def jar = new java.util.jar.JarFile(new File(type.protectionDomain.codeSource.location.toURI()))
def names = jar.entries().collect { it.name }.findAll {
    it.endsWith('.class') && it =~ '^io/jenkins/plugins/drs/(host|steps|configuration|view|page)/' }
def told = []
names.each { name ->
    def it = Class.forName(name[0..-7].replace('/', '.'), false, type.classLoader)
    if (Modifier.isAbstract(it.modifiers)) { return }
    def descriptor = hudson.model.Descriptor.isAssignableFrom(it) ? jenkins.model.Jenkins.get().getDescriptorByName(
        it.enclosingClass?.name ?: it.name)?.descriptorUrl : null
    it.methods.findAll { m -> m.declaringClass.name.startsWith('io.jenkins.plugins.drs.') && !m.bridge &&
            (m.name ==~ /do[A-Z].*/ || m.isAnnotationPresent(org.kohsuke.stapler.WebMethod)) }.each { m ->
        def post = m.isAnnotationPresent(org.kohsuke.stapler.interceptor.RequirePOST) ||
            m.isAnnotationPresent(org.kohsuke.stapler.verb.POST)
        told << [type: it.name, method: m.name, post: post, descriptor: descriptor]
    }
}
print groovy.json.JsonOutput.toJson(told)
"""


def methods(admin):
    """Each method of the plugin that answers requests: its type, name, whether it takes POST alone, address of its descriptor."""
    return json.loads(admin.script(ASK))


def forms(found):
    """Address of each method that forms call."""
    for entry in found:
        if entry["descriptor"] and entry["method"].startswith(("doFill", "doCheck")):
            name = entry["method"][2:]
            yield entry, f"/{entry['descriptor']}/{name[0].lower()}{name[1:]}?value=x"


def table(build, execution):
    """Address and what answers there, for a build's drill and the stored sample plan. POST alone: the third is True."""
    root, job, drill = "/disaster-recovery", build.rsplit("/", 1)[0], f"{build}/drs/{execution}"
    plan = f"{root}/plans/item/Three-Tier-Shop"
    group = f"{root}/groups/item/Shop-Database"
    pending = f"{root}/import/pending/none"
    reads = [
        (f"{build}/drs/", "DrillAction#doIndex"), (f"{build}/drs/api/json", ""), (f"{build}/drs/list", ""),
        (f"{drill}/", ""), (f"{drill}/api/json", ""), (f"{drill}/verify", ""),
        (f"{drill}/live?seen=0", "DrillPage#doLive"), (f"{drill}/results.json", "DrillPage#doResults"),
        (f"{drill}/junit.xml", "DrillPage#doJunit"), (f"{drill}/servers.csv", "DrillPage#doServers"),
        (f"{drill}/calls.csv", "DrillPage#doCalls"), (f"{drill}/configuration.json", "DrillPage#doConfiguration"),
        (f"{drill}/audit.jsonl", "DrillPage#doAudit"), (f"{job}/drs/", ""), (f"{job}/drs/api/json", ""),
        (f"{job}/drs/history.csv", "JobDrills#doHistory"), (f"{root}/", ""), (f"{root}/api/json", ""),
        (f"{root}/contextMenu", "DisasterRecoveryRoot#doContextMenu"), (f"{root}/plans/", "PlanList#doIndex"),
        (f"{plan}/", ""), (f"{plan}/api/json", ""), (f"{plan}/live", "PlanPage#doLive"),
        (f"{plan}/contextMenu", "PlanPage#doContextMenu"), (f"{plan}/edit/", ""), (f"{plan}/copy/", ""),
        (f"{root}/groups/", ""), (f"{group}/", ""), (f"{group}/edit/", ""), (f"{group}/copy/", ""),
        (f"{group}/contextMenu", "ItemPage#doContextMenu"), (f"{root}/accounts/", ""), (f"{root}/history/", ""),
        (f"{root}/history/revision/1/", ""), (f"{root}/history/compare?from=1&to=1", "HistoryPage#doCompare"), (f"{root}/export/", ""),
        (f"{root}/export/download?format=yaml", "ExportPage#doDownload"),
        ("/manage/disaster-recovery-plans/", "DisasterRecoveryLink#doIndex"),
    ]
    monitors = "/administrativeMonitor/io.jenkins.plugins.drs"
    changes = [
        (f"{drill}/proceed?wave=x", "DrillPage#doProceed"), (f"{drill}/abort?wave=x", "DrillPage#doAbort"),
        (f"{drill}/close", "DrillPage#doClose"),
        (f"{root}/sample", "DisasterRecoveryRoot#doSample"), (f"{root}/plans/new/save", "ItemForm#doSave"),
        (f"{plan}/edit/save", ""), (f"{plan}/delete?revision=1", "PlanPage#doDelete"),
        (f"{group}/delete?revision=1", "ItemPage#doDelete"), (f"{root}/groups/new/save", ""),
        (f"{root}/accounts/new/save", ""), (f"{plan}/lookup", "PlanPage#doLookup"), (f"{plan}/check", "PlanPage#doCheck"),
        (f"{plan}/drill", "PlanPage#doDrill"), (f"{root}/history/rollback?to=1&current=1", "HistoryPage#doRollback"),
        (f"{root}/import/send", "ImportPage#doSend"), (f"{root}/import/paste?text=x", "ImportPage#doPaste"),
        (f"{pending}/options", "ImportPreview#doOptions"), (f"{pending}/confirm", "ImportPreview#doConfirm"),
        (f"{root}/settings/save", "SettingsPage#doSave"),
        (f"{monitors}.view.LeftBehindMonitor/forget?executionId={execution}", "LeftBehindMonitor#doForget"),
        (f"{monitors}.view.StuckDrillsMonitor/close?executionId=x", "StuckDrillsMonitor#doClose"),
        (f"{monitors}.view.StuckDrillsMonitor/dismiss?executionId=x", "StuckDrillsMonitor#doDismiss"),
        (f"{monitors}.configuration.schedule.PlanJobsMonitor/restore?plan=x", "PlanJobsMonitor#doRestore"),
        (f"{monitors}.configuration.schedule.PlanJobsMonitor/accept?job=x", "PlanJobsMonitor#doAccept"),
        (f"{monitors}.configuration.schedule.PlanJobsMonitor/turnDown?job=x", "PlanJobsMonitor#doTurnDown"),
    ]
    forms_of_changes = [(f"{root}/import/", ""), (f"{root}/settings/", ""), (f"{root}/plans/new/", ""), (f"{pending}/", "")]
    return reads, forms_of_changes, changes


def unnamed(found, rows):
    """Methods that no row names."""
    named = {what for _, what in rows}
    return sorted({f"{it['type'].rsplit('.', 1)[1]}#{it['method']}" for it in found
                   if not (it["descriptor"] and it["method"].startswith(("doFill", "doCheck")))} - named)


def open_to_get(found):
    """Methods of forms that a GET reaches: with what they are given in an address, they could be called from other sites."""
    return sorted(f"{it['type']}#{it['method']}" for it in found
                  if it["method"].startswith(("doFill", "doCheck")) and it["descriptor"] and not it["post"])


